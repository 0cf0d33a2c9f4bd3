import { expect, test } from 'vitest'
import { parseWorkload } from '../parse-workload.js'

const comment = '# lakebase-ignore LB034: the card was checked by hand on 2026-11-20'
const old = { ruleId: 'LB034', level: 'warn', message: 'the rate card is old' } as const

test('a comment anywhere in the file silences a finding that has no line', () => {
  const text = `name: shop\n${comment}\ndatabase_instance:\n  reads_per_second: 10\n`
  const { source } = parseWorkload(text, { file: 'w.yml' })
  expect(source.applyIgnores([old, { ...old, ruleId: 'LB035' }])).toEqual([
    { ...old, ruleId: 'LB035' },
  ])
})

test('a finding of another line stays', () => {
  const { source } = parseWorkload(`name: shop\n${comment}\nbundle: {}\n`, { file: 'w.yml' })
  const placed = { ...old, file: 'w.yml', line: 1, column: 1 }
  expect(source.applyIgnores([placed])).toEqual([placed])
})
