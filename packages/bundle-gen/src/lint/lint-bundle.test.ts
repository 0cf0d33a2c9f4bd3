import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../finding.js'
import { bundleRules } from './bundle-rules.js'
import { lintBundle } from './lint-bundle.js'
import type { SourceTables } from './source-tables.js'

const broken = join(import.meta.dirname, '../../test/broken')
const golden = join(import.meta.dirname, '../../test/golden/lint')
const fixtures = readdirSync(broken).map((name) => name.replace('.yml', ''))

const tables: SourceTables = new Map([
  ['main.shop.orders', { changeDataFeed: false }],
  ['main.shop.shapes', { columns: [{ name: 'outline', type: 'geometry(4326)' }] }],
])

function lint(name: string): readonly Finding[] {
  const text = readFileSync(join(broken, `${name}.yml`), 'utf8')
  const files = new Map([
    ['databricks.yml', text],
    ['README.md', ''],
  ])
  return lintBundle(files, { tables })
}

function shown(finding: Finding): string {
  const { level, ruleId, line, column, message, suggestion, expected, why, hint } = finding
  const advice = { 'did you mean': suggestion, expected, why, hint }
  const rows = Object.entries(advice).flatMap(([label, text]) =>
    text === undefined ? [] : [`    ${label}: ${text}`],
  )
  return [`${line}:${column} ${level} ${ruleId} ${message}`, ...rows].join('\n')
}

test.each(fixtures)('a bundle that breaks %s, and no other rule, is told so', async (name) => {
  const findings = lint(name)
  expect([...new Set(findings.map(({ ruleId }) => ruleId))]).toEqual([name])
  await expect(`${findings.map(shown).join('\n')}\n`).toMatchFileSnapshot(
    join(golden, `${name}.txt`),
  )
})

test('every rule has a bundle that breaks it, but the one that compares two', () => {
  expect(fixtures.toSorted()).toEqual(
    bundleRules.map(({ id }) => id).filter((id) => id !== 'LB115'),
  )
})
