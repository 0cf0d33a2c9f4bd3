import fc from 'fast-check'
import { build } from 'hdr-histogram-js'
import { expect, test } from 'vitest'
import { correctForOmission } from './correct-for-omission.js'
import { Histogram } from './histogram.js'
import { HIGHEST_US } from './layout.js'

test('a stall of one second at a pace of 1 ms stands for a thousand answers', () => {
  const histogram = new Histogram()
  histogram.recordMany(1000, 9000)
  histogram.record(1_000_000)
  const corrected = correctForOmission(histogram, 1000)
  expect(corrected.count).toBe(9000 + 1000)
  expect(histogram.percentile(99)).toBe(1000)
  expect(corrected.percentile(99)).toBeCloseTo(900_000, -4)
})

test('is what HdrHistogram makes of it', () => {
  const times = fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1000, max: 100_000 }), (values, interval) => {
      const mine = new Histogram()
      const other = build({
        bitBucketSize: 64,
        highestTrackableValue: HIGHEST_US,
        numberOfSignificantValueDigits: 3,
      })
      for (const value of values) {
        mine.record(value)
        // Theirs corrects while it records; from the upper end of the bucket, as ours does.
        other.recordValueWithExpectedInterval(mine.bucketOf(value).to, interval)
      }
      const corrected = correctForOmission(mine, interval)
      expect(corrected.count).toBe(other.totalCount)
      for (const p of [50, 90, 99, 99.9])
        expect(corrected.bucketOf(corrected.percentile(p)).to).toBe(other.getValueAtPercentile(p))
    }),
  )
})

test('an hour of waiting at a pace of a microsecond is corrected at once', () => {
  const histogram = new Histogram()
  histogram.record(HIGHEST_US)
  expect(correctForOmission(histogram, 1).count).toBeCloseTo(HIGHEST_US, -7)
})

test('without a pace there is nothing to correct', () => {
  const histogram = new Histogram()
  histogram.record(500)
  expect(correctForOmission(histogram, Number.NaN).count).toBe(1)
})
