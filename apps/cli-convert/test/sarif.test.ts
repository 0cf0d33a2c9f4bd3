import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { renderSarif } from '../src/render/render-sarif.js'
import { REPORTS, reportOf } from './example-report.js'

const require = createRequire(import.meta.url)

/** The schema of the OASIS Standard, of JSON Schema draft 4: but for its name it is read as a later one. */
function sarifSchema(): object {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  return schema
}

const isSarif = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(
  sarifSchema(),
)

test.each(Object.entries(REPORTS))('the report "%s" is SARIF 2.1.0', (_name, report) => {
  isSarif(JSON.parse(renderSarif(report)))
  expect(isSarif.errors ?? []).toEqual([])
})

test('the schema refuses what is no SARIF', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
})

test('a result has its file, place, rule and cure; notes are left out', () => {
  const report = reportOf({ 'my queries/a.sql': '\nSELECT sentiment(a)\nFROM t LIMIT 1' })
  const [run] = JSON.parse(renderSarif(report)).runs
  expect(run.tool.driver.rules).toEqual([
    { id: 'SQ002', shortDescription: { text: 'There is no rule that converts this' } },
  ])
  expect(run.results).toEqual([
    {
      ruleId: 'SQ002',
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.stringContaining('the function sentiment has no rule\nWrite it') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20queries/a.sql' },
            region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 20 },
          },
        },
      ],
    },
  ])
})
