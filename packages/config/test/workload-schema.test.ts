import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { workloadJsonSchema as written } from '../scripts/workload-json-schema.js'
import { workloadJsonSchema } from '../src/index.js'
import { parseWorkload } from '../src/parse-workload.js'

const validate = new Ajv({
  strict: true,
  // A nullable section has two types, which Ajv calls a union and editors understand.
  strictTypes: false,
  formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
}).compile(workloadJsonSchema)

/** Rules over several keys, and texts with a grammar of their own, are beyond an editor's schema. */
const SHAPE_RULES = new Set(['LB003', 'LB004', 'LB005', 'LB006', 'LB007'])

test('workload.schema.json is what the source says (else run: pnpm schema)', () => {
  expect(workloadJsonSchema).toEqual(JSON.parse(JSON.stringify(written())))
})

function file(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

test.each([
  ['every key', file('samples/everything.yml')],
  ['the old quickstart', file('legacy/quickstart.yml')],
  ['the old template', file('legacy/empty-template.yml')],
  ['an old sizing file', file('legacy/sizing.yml')],
  ['sections without content', 'compute:\ndelta_synchronization:\n  tables_to_sync:\nqueries:\n'],
  [
    'words in any letter case',
    'target: { tier: enterprise }\ndelta_synchronization: { sync_mode: sNapshot }',
  ],
  ['one key in place of a list', 'tables: [{ name: t, primary_keys: id }]'],
  ['half a compute unit', 'compute: { min_cu: 0.5, max_cu: 16 }'],
  ['off as YAML 1.1 reads it', 'compute: { scale_to_zero_after: false }'],
])('editor and reader accept %s', (_name, text) => {
  expect(validate(parse(text, { merge: true }))).toBe(true)
  const { findings } = parseWorkload(text, { file: 'w.yml' })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
})

test.each([
  ['an unknown key', 'reads: 1'],
  ['an unknown key in a section', 'compute: { cu: 1 }'],
  ['an unknown key in a list', 'branches: [{ name: a, min_cu: 1, max_cu: 1, x: 1 }]'],
  ['a missing key', 'branches: [{ name: a, min_cu: 1 }]'],
  ['a list for a map', '[]'],
  ['a list for a section', 'compute: []'],
  ['a map for a list', 'branches: {}'],
  ['a text for a number', 'database_storage: { data_stored_gb: "250" }'],
  ['a number for a text', 'name: 5'],
  ['nothing for a number', 'database_storage: { data_stored_gb: }'],
  ['a negative number', 'database_storage: { data_stored_gb: -1 }'],
  ['more than 100 %', 'promotion_percentage: 100.5'],
  ['a fraction for a count', 'database_instance: { connections: 1.5 }'],
  ['a size between sizes', 'compute: { min_cu: 0.7 }'],
  ['a size above the largest', 'compute: { max_cu: 113 }'],
  ['a size that Provisioned never had', 'database_instance: { readable_secondary_size_cu: 3 }'],
  ['one compute as high availability', 'compute: { high_availability: { computes: 1 } }'],
  ['23 hours', `compute: { hourly_load: [${Array(23).fill(1)}] }`],
  ['a share above 1', `compute: { hourly_load: [${Array(24).fill(2)}] }`],
  ['an unknown cloud', 'target: { cloud: oracle }'],
  ['an unknown policy', 'delta_synchronization: { sync_mode: hourly }'],
  ['a table name of two parts', 'delta_synchronization: { tables_to_sync: [{ name: a.b }] }'],
  ['a number as idle time', 'compute: { scale_to_zero_after: 300 }'],
  ['an empty name', 'name: ""'],
  ['a restore window of 31 days', 'database_storage: { restore_window_days: 31 }'],
  ['version 2', 'version: 2'],
  ['a discount on something else', 'discounts: [{ name: a, percentage: 1, applies_to: [all] }]'],
])('editor and reader refuse %s', (_name, text) => {
  expect(validate(parse(text))).toBe(false)
  const { workload, findings } = parseWorkload(text, { file: 'w.yml' })
  expect(workload).toBeUndefined()
  expect(findings.some(({ ruleId, level }) => level === 'error' && SHAPE_RULES.has(ruleId))).toBe(
    true,
  )
})
