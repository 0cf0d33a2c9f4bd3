import { Histogram, type Latency } from '@lakebase/loadtest'

export function latencyOf(histogram: Histogram): Latency {
  const at = (percentile: number) => histogram.percentile(percentile)
  const { count, mean, min, max } = histogram
  return {
    count,
    mean,
    min,
    max,
    p50: at(50),
    p75: at(75),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    p9999: at(99.99),
    histogram: histogram.encode(),
  }
}

export function latencyFrom(values: readonly number[]): Latency {
  const histogram = new Histogram()
  for (const value of values) histogram.record(value)
  return latencyOf(histogram)
}
