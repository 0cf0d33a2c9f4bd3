import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '@lakebase/config'
import { expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/parse-scenario.js'

const folder = join(import.meta.dirname, 'wrong')
const files = readdirSync(folder)

test('there are more than ten ways to be wrong', () => {
  expect(files.length).toBeGreaterThan(10)
})

test.each(files)('%s is refused with findings that say where and what to do', async (file) => {
  const { scenarios, findings } = parseScenario(readFileSync(join(folder, file), 'utf8'), file)
  expect(scenarios).toBeUndefined()
  expect(findings.filter(({ line }) => line === undefined)).toEqual([])
  const text = findings.map(shown).join('\n')
  await expect(text).toMatchFileSnapshot(join('golden/wrong', file.replace('.yml', '.txt')))
})

function shown(finding: Finding): string {
  const { file, line, column = 1, length = 1, level, ruleId, message, excerpt = '' } = finding
  const lines = [
    `${level}[${ruleId}] ${file}:${line}:${column} ${message}`,
    `  ${excerpt}`,
    `  ${' '.repeat(column - 1)}${'^'.repeat(length)}${finding.suggestion ? ` did you mean ${finding.suggestion}?` : ''}`,
    ...(finding.expected ? [`  expected: ${finding.expected}`] : []),
    ...(finding.hint ? [`  help: ${finding.hint}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
