import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { beforeEach, expect, test } from 'vitest'
import { lakebase, root } from './run-built.js'

const require = createRequire(import.meta.url)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lakebase-check-'))
  cpSync(join(root, 'examples/shop'), folder, { recursive: true })
})

interface Found {
  readonly level: string
  readonly part: string
  readonly ruleId: string
}

test('says at once what is wrong with workload, bundle and queries', () => {
  edit('workload.yml', (text) => text.replace('schedule: PT1H', 'schedule: hourly'))
  writeFileSync(
    join(folder, 'databricks.yml'),
    'bundle:\n  name: x\ninclude: [resources/none.yml]\n',
  )
  const { code, stdout } = lakebase(['check', '--json'], folder)
  expect(code).toBe(1)
  const { findings, parts } = JSON.parse(stdout)
  const errors = findings.filter(({ level }: Found) => level === 'error')
  expect(errors.map(({ part, ruleId }: Found) => `${part} ${ruleId}`)).toEqual([
    'workload LB014',
    'bundle LB100',
    'queries SQ002',
  ])
  expect(parts.map(({ status }: { status: string }) => status)).toEqual(Array(3).fill('checked'))
})

test('a finding that estimate and bundle both have is said once', () => {
  const { findings } = JSON.parse(lakebase(['check', '--json'], folder).stdout)
  const texts = findings.map((finding: Found) => JSON.stringify(finding))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts).toEqual([...new Set(texts)])
})

test('what is not there is skipped, and said to be', () => {
  const { stdout } = lakebase(['check'], folder)
  expect(stdout).toMatch(/bundle +skipped: no databricks\.yml/)
  expect(stdout).toMatch(/queries +checked: queries, columns of tables\.sql/)
})

test('the statements of load tests, as the 2025 accelerator kept them, are no input of a conversion', () => {
  const legacy = lakebase(
    ['check', '--config', 'workload_config.yml'],
    join(root, 'examples/legacy'),
  )
  expect(legacy.code).toBe(0)
  expect(legacy.stdout).toMatch(/queries +skipped: queries.target has the statements of load tests/)
  mkdirSync(join(folder, 'queries/source'))
  writeFileSync(join(folder, 'queries/source/one.sql'), 'SELECT nvl(1, 2);\n')
  const { parts } = JSON.parse(lakebase(['check', '--json'], folder).stdout)
  expect(parts[2]).toMatchObject({ source: join('queries', 'source'), status: 'checked' })
})

test('the SARIF is valid, names each rule and is replaced by the next run', () => {
  expect(lakebase(['check', '-o', 'findings.sarif'], folder).code).toBe(1)
  expect(lakebase(['check', '-o', 'findings.sarif', '--exit-zero'], folder).code).toBe(0)
  const log = JSON.parse(readFileSync(join(folder, 'findings.sarif'), 'utf8'))
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false })
  const isSarif = ajv.compile(sarifSchema())
  isSarif(log)
  expect(isSarif.errors ?? []).toEqual([])
  const [run] = log.runs
  expect(run.tool.driver.rules).toContainEqual({
    id: 'SQ002',
    shortDescription: { text: 'There is no rule that converts this' },
  })
  expect(run.results.map(({ ruleId }: Found) => ruleId)).toContain('SQ002')
})

test('a workload that is not there is exit 3', () => {
  expect(lakebase(['check', '--config', 'none.yml'], folder).code).toBe(3)
})

function edit(name: string, change: (text: string) => string): void {
  const file = join(folder, name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

function sarifSchema(): object {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  return schema
}
