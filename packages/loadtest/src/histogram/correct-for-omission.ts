import { Histogram } from './histogram.js'
import { HIGHEST_US } from './layout.js'

/**
 * What a closed loop would have recorded had it gone on asking at its usual pace: a time of several
 * `intervalUs` also stands for the requests that were not made meanwhile, each of which would have
 * waited an interval less than the one before. HdrHistogram's `copyCorrectedForCoordinatedOmission`:
 * an estimate, for nobody knows how those requests would have gone.
 */
export function correctForOmission(histogram: Histogram, intervalUs: number): Histogram {
  const corrected = new Histogram(histogram.digits)
  corrected.addSnapshot(histogram.snapshot())
  if (!(intervalUs >= 1)) return corrected
  for (const { to, count } of histogram.buckets())
    for (let missing = Math.min(to, HIGHEST_US) - intervalUs; missing >= intervalUs; ) {
      // All the missing times that fall into the same bucket at once: a long wait has millions.
      const lowest = Math.max(intervalUs, corrected.bucketOf(missing).from)
      const times = Math.floor((missing - lowest) / intervalUs) + 1
      corrected.recordMany(Math.floor(missing), count * times)
      missing -= times * intervalUs
    }
  return corrected
}
