import { expect, test } from 'vitest'
import { workloadRules } from './workload-rules.js'

test('rules have rising ids and say what, why and what to do', () => {
  const ids = workloadRules.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].toSorted())
  for (const { id, title, why, help } of workloadRules) {
    expect(id).toMatch(/^LB\d{3}$/)
    for (const words of [title, why, help]) expect(words).not.toBe('')
  }
})
