import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../scripts/json-schemas.js'
import { schemas } from '../src/schema/schemas.js'
import { SUB_COMMANDS } from '../src/suite/command-groups.js'
import { besideWorkspace } from './beside-workspace.js'
import { lakebase, root } from './run-built.js'

const shop = 'examples/shop/workload.yml'
const legacy = 'examples/legacy/workload_config.yml'

/** What each sub-command prints: words, and the schema that its answer keeps to. Those with a workspace come below. */
const DOCUMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['check', ['check', '--config', shop]],
  ['config', ['config', 'show', '--config', shop]],
  ['estimate', ['estimate', '--config', shop]],
  ['estimate', ['estimate', '--config', legacy, '--compat', 'reference']],
  ['rate-card', ['rates', 'show']],
  ['rates-diff', ['rates', 'diff', 'latest', 'latest']],
  ['bundle', ['bundle', '--config', shop, '--dry-run']],
  ['bundle', ['bundle', '--config', shop, '--output', 'synced_tables.yml', '--dry-run']],
  ['bundle-diff', ['bundle', 'diff', '.', '.']],
  ['bundle-lint', ['bundle', 'lint', '.']],
  ['bundle-preflight', ['bundle', 'preflight', '--config', shop]],
  ['convert', ['convert', '--source-dir', 'examples/shop/queries', '--check']],
  ['explain', ['explain', 'LB014']],
  ['explain', ['explain']],
  ['migrate', ['migrate', legacy]],
  ['init', ['init', '--from-ddl', 'examples/shop/tables.sql', '-o', '-']],
  ['report', ['report', '--config', shop, '--no-explain']],
  ['report', ['demo', '--no-load', '-d', mkdtempSync(join(tmpdir(), 'lakebase-demo-'))]],
  ['loadtest-history', ['loadtest', 'history']],
  ['failure', ['estimate', '--config', 'there-is-none.yml']],
  ['failure', ['convert', '--llm', 'sometimes']],
  ['doctor', ['doctor', '--profile', 'none']],
]

/** Held to their schemas elsewhere: beside a workspace, in `cli-loadtest`, or nothing but a schema itself. */
const ELSEWHERE = ['actual', 'doctor', 'loadtest', 'schema', 'completion']

test('every sub-command is held to a schema', () => {
  const here = new Set(DOCUMENTS.map(([, [name]]) => name))
  const names = SUB_COMMANDS.map(({ name }) => name)
  expect(names.filter((name) => !here.has(name) && !ELSEWHERE.includes(name))).toEqual([])
})

test('every sub-command of a family, and every action, is held to one as well', async () => {
  const families = SUB_COMMANDS.filter(({ name, isFamily }) => isFamily && name !== 'loadtest')
  for (const { name, load } of families) {
    for (const command of await load()) {
      const words = command.name === '' ? [name] : [name, ...command.name.split(' ', 1)]
      const held = DOCUMENTS.some(([, said]) => words.every((word, index) => said[index] === word))
      expect(held, words.join(' ')).toBe(true)
    }
  }
})

test.each(DOCUMENTS)('the published schema "%s" describes what %j prints', async (name, words) => {
  const isValid = await validator(name)
  const document = JSON.parse(lakebase([...words, '--json']).stdout)
  isValid(document)
  expect(isValid.errors ?? []).toEqual([])
  expect(isValid({ ...document, exit: { code: 9, reason: 'no such code' } })).toBe(false)
})

test.each([
  ['doctor', ['doctor', '--json']],
  ['bundle-preflight', ['bundle', 'preflight', '--run', '--json']],
] as const)(
  'the published schema "%s" describes what %j prints beside a workspace',
  async (name, words) => {
    const rows = () => ({ columns: [{ name: 'x', type_name: 'INT' }], rows: [] })
    const files = { 'workload.yml': readFileSync(join(root, shop), 'utf8') }
    const beside = await besideWorkspace({ sql: rows }, files)
    const isValid = await validator(name)
    isValid(JSON.parse((await beside.lakebase(words)).stdout))
    expect(isValid.errors ?? []).toEqual([])
  },
)

async function validator(name: string) {
  return new Ajv({ allowUnionTypes: true }).compile(Object(await schemas[name]?.()))
}

test.each(Object.keys(schemas))('schema %s prints a JSON Schema', (name) => {
  const { code, stdout, stderr } = lakebase(['schema', name])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toHaveProperty('$schema')
})

test('the schemas in the repository are those of the types', { timeout: 120_000 }, async () => {
  const made = jsonSchemas()
  for (const [name, schema] of made) {
    expect(await schemas[name]?.(), name).toEqual(JSON.parse(JSON.stringify(schema)))
  }
  // Those of files, and of the load tests, which make their own.
  const others = /^(workload|rate-card|scenario|loadtest-\w+)$/
  const own = Object.keys(schemas).filter((name) => !others.test(name))
  expect(own.sort()).toEqual([...made.keys()].sort())
})

test('schema prints one by name, and the names without one', () => {
  expect(lakebase(['schema']).stdout).toContain('bundle-lint\n')
  expect(JSON.parse(lakebase(['schema', 'workload']).stdout)).toHaveProperty('$schema')
  expect(lakebase(['schema', 'estimat']).stderr).toContain('did you mean estimate?')
})

test('config show says where each setting came from, and shows no secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-config-'))
  writeFileSync(join(folder, 'workload.yml'), 'target: {cloud: azure, region: westeurope}\n')
  writeFileSync(
    join(folder, '.env'),
    'DATABRICKS_HOST=hhttps://adb-1.2.azuredatabricks.net/\nDATABRICKS_TOKEN=not-a-token-0123456789\n',
  )
  const env = { HTTPS_PROXY: 'http://me:hunter2@proxy.example:3128', HOME: folder }
  const { code, stdout } = lakebase(['config', 'show', '--origin'], folder, '', env)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^workload +workload\.yml +found upwards of here$/m)
  expect(stdout).toMatch(/^region +westeurope +the workload file$/m)
  expect(stdout).toMatch(/^workspace +https:\/\/adb-1\.2\.azuredatabricks\.net +DATABRICKS_HOST/m)
  expect(stdout).toContain('//***@proxy.example:3128')
  expect(stdout).not.toMatch(/not-a-token|hunter2/)
})
