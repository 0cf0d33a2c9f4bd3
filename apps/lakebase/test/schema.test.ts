import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../scripts/json-schemas.js'
import { schemas } from '../src/schema/schemas.js'
import { lakebase } from './run-built.js'

const shop = 'examples/shop/workload.yml'
const legacy = 'examples/legacy/workload_config.yml'

/** What each schema describes: words whose answer must keep to it. */
const DOCUMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['check', ['check', '--config', shop]],
  ['config', ['config', 'show', '--config', shop]],
  ['estimate', ['estimate', '--config', shop]],
  ['estimate', ['estimate', '--config', legacy, '--compat', 'reference']],
  ['bundle', ['bundle', '--config', shop, '--dry-run']],
  ['bundle-lint', ['bundle', 'lint', '.']],
  ['convert', ['convert', '--source-dir', 'examples/shop/queries', '--check']],
  ['explain', ['explain', 'LB014']],
  ['explain', ['explain']],
  ['migrate', ['migrate', legacy]],
  ['init', ['init', '--from-ddl', 'examples/shop/tables.sql', '-o', '-']],
  ['report', ['report', '--config', shop, '--no-explain']],
  ['loadtest-history', ['loadtest', 'history']],
  ['failure', ['estimate', '--config', 'there-is-none.yml']],
  ['failure', ['convert', '--llm', 'sometimes']],
]

test.each(DOCUMENTS)('the published schema "%s" describes what %j prints', async (name, words) => {
  const isValid = new Ajv({ allowUnionTypes: true }).compile(Object(await schemas[name]?.()))
  const document = JSON.parse(lakebase([...words, '--json']).stdout)
  isValid(document)
  expect(isValid.errors ?? []).toEqual([])
  expect(isValid({ ...document, exit: { code: 9, reason: 'no such code' } })).toBe(false)
})

test('the schemas in the repository are those of the types', { timeout: 120_000 }, async () => {
  const made = jsonSchemas()
  for (const [name, schema] of made) {
    expect(await schemas[name]?.(), name).toEqual(JSON.parse(JSON.stringify(schema)))
  }
  // Those of files, and of the load tests, which make their own.
  const others = /^(workload|scenario|loadtest-\w+)$/
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
