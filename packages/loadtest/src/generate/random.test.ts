import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquare } from '../../test/chi-square.js'
import { Random } from './random.js'

const started = (...words: readonly [number, number, number, number]) => {
  const random = new Random()
  random.reset(...words)
  return random
}

test('gives the numbers of the reference implementation', () => {
  const random = started(1, 2, 3, 4)
  // xoshiro128starstar.c 1.1 with the state {1, 2, 3, 4}; also the vector of the Rust crate rand_xoshiro.
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]
  expect(expected.map(() => random.bits() >>> 0)).toEqual(expected)
})

test.each([2, 3, 10, 1000])('whole numbers below %i are evenly spread', (count) => {
  const random = started(5, 6, 7, 8)
  const seen = new Array(count).fill(0)
  for (let draw = 0; draw < count * 1000; draw += 1) seen[random.below(count)] += 1
  expect(chiSquare(seen, new Array(count).fill(1000))).toBeGreaterThan(0.001)
})

test('a count that is no power of two has no bias: three quarters of 2^32, where a remainder alone has twice as many low numbers', () => {
  const random = started(1, 1, 1, 1)
  const count = 3 * 2 ** 30
  const seen = [0, 0, 0]
  for (let draw = 0; draw < 30_000; draw += 1) {
    const third = Math.floor(random.below(count) / 2 ** 30)
    seen[third] = (seen[third] ?? 0) + 1
  }
  expect(chiSquare(seen, [10_000, 10_000, 10_000])).toBeGreaterThan(0.001)
})

test('stays in range for every count up to 2^53', () => {
  const random = started(9, 8, 7, 6)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), (count) => {
      const value = random.below(count)
      expect(Number.isSafeInteger(value) && value >= 0 && value < count).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('fractions are in [0, 1) and evenly spread', () => {
  const random = started(3, 1, 4, 1)
  const seen = new Array(100).fill(0)
  for (let draw = 0; draw < 100_000; draw += 1) seen[Math.floor(random.fraction() * 100)] += 1
  expect(seen).toHaveLength(100)
  expect(chiSquare(seen, new Array(100).fill(1000))).toBeGreaterThan(0.001)
})
