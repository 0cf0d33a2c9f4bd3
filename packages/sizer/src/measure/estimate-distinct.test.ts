import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateDistinct } from './estimate-distinct.js'

const sharingOf = (keys: readonly number[]) => {
  const counts = new Map<number, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return keys.map((key) => counts.get(key) ?? 0)
}

test('a sample that is the whole table is counted exactly', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (keys) => {
      expect(estimateDistinct(sharingOf(keys), keys.length)).toBe(new Set(keys).size)
    }),
  ))

test.each([
  { what: 'few keys, all seen', keys: 40, rows: 1_000_000, least: 40, most: 40 },
  { what: 'a key for ten rows', keys: 100_000, rows: 1_000_000, least: 80_000, most: 125_000 },
  { what: 'every row its own key', keys: 1e9, rows: 1_000_000, least: 900_000, most: 1_000_000 },
])('$what: between $least and $most keys', ({ keys, rows, least, most }) => {
  let state = 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const sample = Array.from({ length: 5000 }, () => Math.floor(random() * keys))
  const estimate = estimateDistinct(sharingOf(sample), rows)
  expect(estimate).toBeGreaterThanOrEqual(least)
  expect(estimate).toBeLessThanOrEqual(most)
})

test('never fewer than seen, never more than rows', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 1e9 }),
      (keys, more) => {
        const rows = keys.length + more
        const estimate = estimateDistinct(sharingOf(keys), rows)
        expect(estimate).toBeGreaterThanOrEqual(new Set(keys).size)
        expect(estimate).toBeLessThanOrEqual(rows)
      },
    ),
  ))
