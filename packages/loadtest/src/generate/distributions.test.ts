import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquare } from '../../test/chi-square.js'
import { exponential, gaussian } from './pgbench-distributions.js'
import { Random } from './random.js'
import { zipfian } from './zipfian.js'

const random = () => {
  const one = new Random()
  one.reset(2026, 11, 28, 1)
  return one
}
const DRAWS = 200_000

/** Counts of each value, with the rare ones at the end put together. */
function compared(draw: (random: Random) => number, shares: readonly number[]): number {
  const one = random()
  const seen = new Array(shares.length).fill(0)
  for (let index = 0; index < DRAWS; index += 1) seen[draw(one)] += 1
  const kept = shares.findLastIndex((share) => share * DRAWS >= 20) + 1
  const rest = (counts: readonly number[]) => counts.slice(kept).reduce((a, b) => a + b, 0)
  const expected = shares.map((share) => share * DRAWS)
  const tail = rest(expected) >= 20
  return chiSquare(
    tail ? [...seen.slice(0, kept), rest(seen)] : seen.slice(0, kept),
    tail ? [...expected.slice(0, kept), rest(expected)] : expected.slice(0, kept),
  )
}

test.each([0.2, 0.5, 0.99, 1, 1.001, 1.2, 2, 5])(
  'ranks come as often as a Zipf law of exponent %d says',
  (exponent) => {
    const weights = Array.from({ length: 50 }, (_, rank) => (rank + 1) ** -exponent)
    const sum = weights.reduce((a, b) => a + b, 0)
    const rank = zipfian(50, exponent)
    const chance = compared(
      (one) => rank(one) - 1,
      weights.map((weight) => weight / sum),
    )
    expect(chance).toBeGreaterThan(0.001)
  },
)

test('of a thousand million ranks the first ten come as often as the law says', () => {
  const count = 1_000_000_000
  const exponent = 1.1
  // Euler and Maclaurin: the sum of the law over all ranks, to nine digits.
  const head = Array.from({ length: 1000 }, (_, rank) => (rank + 1) ** -exponent)
  const integral = (x: number) => x ** (1 - exponent) / (1 - exponent)
  const tail = integral(count + 0.5) - integral(1000.5)
  const sum = head.reduce((a, b) => a + b, 0) + tail
  const rank = zipfian(count, exponent)
  const one = random()
  const seen = new Array(11).fill(0)
  for (let draw = 0; draw < DRAWS; draw += 1) seen[Math.min(rank(one), 11) - 1] += 1
  const firstTen = head.slice(0, 10).map((weight) => (weight / sum) * DRAWS)
  const others = DRAWS - firstTen.reduce((a, b) => a + b, 0)
  expect(chiSquare(seen, [...firstTen, others])).toBeGreaterThan(0.001)
})

test('every rank is in range, whatever the count and the exponent', () => {
  const one = random()
  const exponent = fc.double({ min: 0.001, max: 1000, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 52 }), exponent, (count, power) => {
      const rank = zipfian(count, power)(one)
      expect(Number.isSafeInteger(rank) && rank >= 1 && rank <= count).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('gaussian numbers lie as pgbench documents: 67 % in the middle 1/parameter, 95 % in 2/parameter', () => {
  const parameter = 5
  const draw = gaussian(1000, parameter)
  const one = random()
  let middle = 0
  let wide = 0
  for (let index = 0; index < DRAWS; index += 1) {
    const distance = Math.abs(draw(one) - 499.5)
    if (distance < 500 / parameter) middle += 1
    if (distance < 1000 / parameter) wide += 1
  }
  expect(middle / DRAWS).toBeCloseTo(0.6827, 2)
  expect(wide / DRAWS).toBeCloseTo(0.9545, 2)
})

test('each gaussian number comes as often as the bell curve between its ends says', () => {
  const [count, parameter] = [20, 2.5]
  const bell = (x: number) => Math.exp((-x * x) / 2)
  const width = (2 * parameter) / count
  const weights = Array.from({ length: count }, (_, value) => {
    const start = -parameter + value * width
    // Simpson's rule on a hundredth of the interval.
    const step = width / 100
    return Array.from({ length: 100 }, (_, part) => {
      const x = start + part * step
      return bell(x) + 4 * bell(x + step / 2) + bell(x + step)
    }).reduce((a, b) => a + b, 0)
  })
  const sum = weights.reduce((a, b) => a + b, 0)
  const chance = compared(
    gaussian(count, parameter),
    weights.map((weight) => weight / sum),
  )
  expect(chance).toBeGreaterThan(0.001)
})

test('exponential numbers come as often as the formula of the documentation says', () => {
  const [count, parameter] = [30, 4]
  const share = (index: number) =>
    (Math.exp((-parameter * index) / count) * (1 - Math.exp(-parameter / count))) /
    (1 - Math.exp(-parameter))
  const shares = Array.from({ length: count }, (_, index) => share(index))
  expect(compared(exponential(count, parameter), shares)).toBeGreaterThan(0.001)
})
