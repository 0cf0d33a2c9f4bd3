import { expect, test } from 'vitest'
import { once } from './once.js'
import type { PartFinding } from './part-finding.js'

const finding: PartFinding = {
  ruleId: 'LB013',
  level: 'note',
  message: 'no hot set',
  part: 'workload',
}
const placed = { ...finding, file: 'workload.yml', line: 3, column: 1 }

test('the same finding of two parts is said once, at its place', () => {
  expect(once([finding, placed])).toEqual([placed])
  expect(once([placed, { ...placed }])).toEqual([placed])
  expect(once([finding, { ...finding, part: 'bundle' }])).toHaveLength(1)
})

test('the same words at two places are two findings', () => {
  const other = { ...placed, line: 9 }
  expect(once([placed, other, finding])).toEqual([placed, other])
})
