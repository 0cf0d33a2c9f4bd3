import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram as HdrHistogram,
} from 'hdr-histogram-js'
import { describe, expect, test } from 'vitest'
import { LoadtestError } from '../loadtest-error.js'
import { Histogram } from './histogram.js'
import { HIGHEST_US, type HistogramDigits } from './layout.js'

const PERCENTILES = [1, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100]

// Times of all magnitudes, small ones as often as large ones.
const time = fc
  .tuple(fc.integer({ min: 0, max: 31 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([bits, part]) => Math.min(HIGHEST_US, Math.floor(2 ** bits * (1 + part))))
const times = fc.array(time, { minLength: 1, maxLength: 300 })
const digits = fc.constantFrom<HistogramDigits>(2, 3)

function ours(values: readonly number[], figures: HistogramDigits = 3): Histogram {
  const histogram = new Histogram(figures)
  for (const value of values) histogram.record(value)
  return histogram
}

function theirs(values: readonly number[], figures: HistogramDigits = 3): HdrHistogram {
  const histogram = build({
    bitBucketSize: 64,
    lowestDiscernibleValue: 1,
    highestTrackableValue: HIGHEST_US,
    numberOfSignificantValueDigits: figures,
  })
  for (const value of values) histogram.recordValue(value)
  return histogram
}

describe('beside HdrHistogram', () => {
  test('percentiles are the same, but never above the maximum', () => {
    fc.assert(
      fc.property(times, digits, (values, figures) => {
        const mine = ours(values, figures)
        const other = theirs(values, figures)
        for (const p of PERCENTILES)
          expect(mine.percentile(p)).toBe(Math.min(other.getValueAtPercentile(p), mine.max))
        expect(mine.count).toBe(other.totalCount)
      }),
    )
  })

  test('it reads what we encode', () => {
    fc.assert(
      fc.property(times, digits, (values, figures) => {
        const read = decodeFromCompressedBase64(ours(values, figures).encode())
        const other = theirs(values, figures)
        expect(read.totalCount).toBe(values.length)
        for (const p of PERCENTILES)
          expect(read.getValueAtPercentile(p)).toBe(other.getValueAtPercentile(p))
      }),
    )
  })

  test('we read what it encodes', () => {
    fc.assert(
      fc.property(times, digits, (values, figures) => {
        const text = withJavaHeader(encodeIntoCompressedBase64(theirs(values, figures)))
        const { indexes, counts } = Histogram.decode(text).snapshot()
        const expected = ours(values, figures).snapshot()
        expect(indexes).toEqual(expected.indexes)
        expect([...counts]).toEqual([...expected.counts])
      }),
    )
  })
})

/** hdr-histogram-js 3.0.1 writes an offset of 1 and a ratio of 5e-324 where Java's writes 0 and 1. */
function withJavaHeader(text: string): string {
  const whole = Buffer.from(text, 'base64')
  const plain = inflateSync(whole.subarray(8))
  plain.writeInt32BE(0, 8)
  plain.writeDoubleBE(1, 32)
  const deflated = deflateSync(plain)
  whole.writeInt32BE(deflated.length, 4)
  return Buffer.concat([whole.subarray(0, 8), deflated]).toString('base64')
}

test('parts that are added are the whole', () => {
  fc.assert(
    fc.property(times, times, (left, right) => {
      const sum = ours(left)
      sum.add(ours(right))
      expect(sum.snapshot()).toEqual(ours([...left, ...right]).snapshot())
    }),
  )
})

test('a percentile is at most 0.1 % above the recorded time', () => {
  fc.assert(
    fc.property(times, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, p) => {
      const sorted = [...values].sort((a, b) => a - b)
      const exact = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length - 1e-9) - 1)] ?? 0
      const found = ours(values).percentile(p)
      expect(found).toBeGreaterThanOrEqual(exact)
      expect(found).toBeLessThanOrEqual(exact * 1.001)
    }),
  )
})

test('count, mean, minimum and maximum are exact; a fraction is rounded to the microsecond', () => {
  const histogram = ours([1.4, 2.6, 3_599_999_999.2])
  expect(histogram).toMatchObject({ count: 3, min: 1, max: 3_599_999_999, beyond: 0 })
  expect(histogram.mean).toBe((1 + 3 + 3_599_999_999) / 3)
})

test('99.9 % of 1,000 are 999, whatever binary fractions say', () => {
  const values = Array.from({ length: 1000 }, (_, index) => index + 1)
  expect(ours(values).percentile(99.9)).toBe(999)
  expect(ours(values).percentile(99.91)).toBe(1000)
  expect(ours(values).percentile(0)).toBe(1)
})

test('a time above one hour is counted, and said', () => {
  const histogram = ours([1000, HIGHEST_US, HIGHEST_US + 1, 2 ** 40])
  expect(histogram).toMatchObject({ count: 4, beyond: 2, max: 2 ** 40 })
  expect(histogram.percentile(25)).toBe(1000)
  expect(histogram.percentile(100)).toBe(2 ** 40)
  const sum = new Histogram()
  sum.add(histogram)
  expect(sum.snapshot()).toEqual(histogram.snapshot())
})

test.each([-1, -0.001, Number.NaN])('%d is no time', (value) => {
  expect(() => new Histogram().record(value)).toThrow(/A time is 0 microseconds or more/)
})

test('a bucket counts beyond 32 bits', () => {
  const histogram = new Histogram()
  const full = {
    ...ours([5]).snapshot(),
    counts: Uint32Array.of(0xffff_ffff),
    sum: 5 * 0xffff_ffff,
  }
  histogram.addSnapshot(full)
  histogram.record(5)
  expect([...histogram.buckets()]).toEqual([{ from: 5, to: 5, count: 2 ** 32 }])
  expect(histogram.mean).toBe(5)
  histogram.record(7)
  expect(histogram.percentile(100)).toBe(7)
  const read = Histogram.decode(histogram.encode())
  expect([...read.buckets()]).toEqual([...histogram.buckets()])
  const doubled = new Histogram()
  doubled.addSnapshot(full)
  doubled.addSnapshot(full)
  expect(doubled.count).toBe(2 * 0xffff_ffff)
})

test('an empty histogram answers 0, and survives its text', () => {
  const read = Histogram.decode(new Histogram().encode())
  expect(read).toMatchObject({ count: 0, min: 0, max: 0, mean: 0 })
  expect(read.percentile(99)).toBe(0)
  const sum = ours([3])
  sum.add(read)
  expect(sum.min).toBe(3)
})

test('reset forgets all', () => {
  const histogram = ours([1, 2, HIGHEST_US * 2])
  histogram.reset()
  expect(histogram.snapshot()).toEqual(new Histogram().snapshot())
})

test('different precisions do not add', () => {
  expect(() => new Histogram(3).add(new Histogram(2))).toThrow(LoadtestError)
})

test('a text that is no histogram is refused, cut and changed ones too', () => {
  const good = ours([1, 100, 10_000]).encode()
  expect(() => Histogram.decode('')).toThrow(/does not begin as a V2/)
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (position, byte) => {
      const bytes = Buffer.from(good, 'base64')
      const changed = bytes.with(position % bytes.length, byte)
      for (const text of [good.slice(0, position), Buffer.from(changed).toString('base64')])
        try {
          Histogram.decode(text)
        } catch (error) {
          expect(error).toBeInstanceOf(LoadtestError)
        }
    }),
  )
})
