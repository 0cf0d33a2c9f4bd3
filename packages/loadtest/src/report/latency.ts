import { Histogram, type HistogramSnapshot } from '../histogram/histogram.js'
import type { Latency } from './run-report.js'

/** The figures of a histogram; all 0 when it is empty. */
export function latencyOf(histogram: Histogram): Latency {
  const { count, mean, min, max, beyond } = histogram
  return {
    count,
    mean,
    min,
    max,
    p50: histogram.percentile(50),
    p75: histogram.percentile(75),
    p90: histogram.percentile(90),
    p95: histogram.percentile(95),
    p99: histogram.percentile(99),
    p999: histogram.percentile(99.9),
    p9999: histogram.percentile(99.99),
    ...(beyond > 0 && { beyond }),
    histogram: histogram.encode(),
  }
}

/** What a latency was made from: its text has the buckets, its figures what the text rounds. */
export function histogramOf(latency: Latency): Histogram {
  const decoded = Histogram.decode(latency.histogram)
  const histogram = new Histogram(decoded.digits)
  const { count, mean, min, max, beyond = 0 } = latency
  histogram.addSnapshot({ ...decoded.snapshot(), sum: mean * count, min, max, beyond })
  return histogram
}

/** Latencies of parts as one of the whole. */
export function mergeLatencies(latencies: readonly Latency[]): Latency {
  return latencyOf(sumOf(latencies.map((latency) => histogramOf(latency).snapshot())))
}

/** Histograms of parts as one of the whole; 3 digits unless the parts have fewer. */
export function sumOf(parts: readonly HistogramSnapshot[]): Histogram {
  const sum = new Histogram(parts[0]?.digits)
  for (const part of parts) sum.addSnapshot(part)
  return sum
}
