import { expect, test } from 'vitest'
import { countFindings, formatFinding, sortFindings } from './format-finding.js'
import { paint } from './paint.js'

const plain = paint(false)

test('prints a finding like a compiler: place, line, caret, advice', () => {
  const text = formatFinding(
    {
      ruleId: 'LB014',
      level: 'error',
      message: 'sync_frequency: unknown value "per day"',
      file: 'workload.yml',
      line: 31,
      column: 19,
      length: 9,
      excerpt: '  sync_frequency: "per day"',
      suggestion: 'Per day',
      expected: 'Per week, Per day, Per hour',
    },
    plain,
  )
  expect(text).toBe(
    [
      'error[LB014]: sync_frequency: unknown value "per day"',
      '  --> workload.yml:31:19',
      '   |',
      '31 |   sync_frequency: "per day"',
      '   |                   ^^^^^^^^^ did you mean "Per day"?',
      '   = expected: Per week, Per day, Per hour',
    ].join('\n'),
  )
})

test('a file cannot move the cursor through its excerpt', () => {
  const excerpt = 'name: \u001b[2Jx\tend'
  const text = formatFinding(
    { ruleId: 'LB003', level: 'warn', message: 'm', file: 'f', line: 1, column: 1, excerpt },
    plain,
  )
  expect(text).not.toContain('\u001b')
  expect(text).toContain('name: \u00b7[2Jx end')
})

test('sorts errors first and keeps the order of the file within a level', () => {
  const at = (level: 'error' | 'warn' | 'note', line: number) => ({
    ruleId: 'X',
    level,
    message: '',
    line,
  })
  const sorted = sortFindings([at('note', 1), at('error', 9), at('warn', 2), at('error', 3)])
  expect(sorted.map(({ level, line }) => `${level}${line}`)).toEqual([
    'error3',
    'error9',
    'warn2',
    'note1',
  ])
  expect(countFindings(sorted)).toBe('2 errors, 1 warning, 1 note')
})
