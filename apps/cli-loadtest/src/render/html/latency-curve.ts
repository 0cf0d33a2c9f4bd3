import { Histogram, type Latency } from '@lakebase/loadtest'

export interface CurvePoint {
  readonly percentile: number
  readonly us: number
}

const MOST_POINTS = 240

/** What part of the values a time is not exceeded by, from the histogram of a report. */
export function latencyCurve({ histogram, count, min, max }: Latency): readonly CurvePoint[] {
  if (count === 0) return []
  const values = Histogram.decode(histogram)
  const nines = Math.log10(Math.max(100, count))
  const places = Array.from({ length: MOST_POINTS }, (_, index) => index / MOST_POINTS)
  const points = places.map((place) => {
    const percentile = 100 - 100 / 10 ** (place * nines)
    return { percentile, us: values.percentile(percentile) }
  })
  return [{ percentile: 0, us: min }, ...points.slice(1), { percentile: 100, us: max }]
}

export interface LatencyBin {
  readonly fromUs: number
  readonly toUs: number
  /** Of all values. */
  readonly share: number
}

const BINS_A_DECADE = 16

/** How many values lie between two times, in bins that grow with them. */
export function latencyBins({ histogram, count }: Latency): readonly LatencyBin[] {
  if (count === 0) return []
  const bins = new Map<number, number>()
  for (const { to, count: values } of Histogram.decode(histogram).buckets()) {
    const bin = Math.floor(Math.log10(Math.max(1, to)) * BINS_A_DECADE)
    bins.set(bin, (bins.get(bin) ?? 0) + values)
  }
  return [...bins].map(([bin, values]) => ({
    fromUs: 10 ** (bin / BINS_A_DECADE),
    toUs: 10 ** ((bin + 1) / BINS_A_DECADE),
    share: values / count,
  }))
}
