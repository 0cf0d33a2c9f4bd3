import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOf, roundScale } from './scale.js'

test.each([
  { largest: 24, max: 25, ticks: [0, 5, 10, 15, 20, 25] },
  { largest: 1992.9, max: 2000, ticks: [0, 500, 1000, 1500, 2000] },
  { largest: 0.47, max: 0.5, ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  { largest: 0, max: 1, ticks: [0, 1] },
])('an axis up to $largest ends at $max', ({ largest, max, ticks }) => {
  expect(roundScale(largest)).toEqual({ max, ticks })
})

test('an axis holds its largest value in two to six ticks', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (largest) => {
      const { max, ticks } = roundScale(largest)
      expect(max).toBeGreaterThanOrEqual(largest * (1 - 1e-5))
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks.at(-1)).toBe(max)
    }),
  )
})

test('a place on the axis stays on it', () => {
  expect([percentOf(5, 20), percentOf(30, 20), percentOf(-1, 20), percentOf(1, 0)]).toEqual([
    '25%',
    '100%',
    '0%',
    '100%',
  ])
})
