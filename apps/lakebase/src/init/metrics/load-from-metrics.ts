import { decimal } from '@lakebase/cli-kit'
import names from '../data/metric-names.json' with { type: 'json' }
import type { FoundLoad, Known } from '../draft.js'
import type { MetricExport, MetricSeries } from './metric-export.js'
import { readMetrics } from './read-metrics.js'

/** Whose absence is worth a word, by what a workload needs. */
const { connections, rowsWritten, dataBytes } = names.metrics
const BYTES_PER_GB = 1e9

/** The peaks of an export as a load, each with the metric it is from; what is not in it is said. */
export function loadFromMetrics(file: string, cwd: string): FoundLoad {
  const found = readMetrics(file, cwd)
  const open = first(found, connections)
  const stored = first(found, dataBytes)
  const written = found.series.filter(
    ({ metric, points }) => rowsWritten.includes(metric) && points.length > 0,
  )
  const rest = found.series.filter(
    (one) => one !== open && one !== stored && !written.includes(one) && one.points.length > 0,
  )
  return {
    cloud: found.cloud,
    ...(found.region !== undefined && { region: found.region }),
    load: {
      ...(open && { connections: peak(open) }),
      ...(written.length > 0 && { continuous_writes_per_second: peakOfSum(written) }),
      ...(stored && { data_stored_gb: latest(stored) }),
    },
    notes: [
      `From ${file}: ${found.vendor}, ${daysOf(found)}.`,
      ...missing(open, stored, written),
      ...(rest.length === 0
        ? []
        : ['Also in it, at the most:', ...rest.map((one) => `  ${said(one)}`)]),
    ],
  }
}

function first({ series }: MetricExport, wanted: readonly string[]): MetricSeries | undefined {
  return wanted
    .map((name) => series.find(({ metric, points }) => metric === name && points.length > 0))
    .find((one) => one !== undefined)
}

function missing(
  open: MetricSeries | undefined,
  stored: MetricSeries | undefined,
  written: readonly MetricSeries[],
): readonly string[] {
  const absent = [
    // No metric of these exports counts queries: commits, transactions and rows are something else.
    'queries a second that read',
    ...(written.length === 0 ? ['rows a second that are written'] : []),
    ...(open === undefined ? ['connections'] : []),
    ...(stored === undefined ? ['the size of the data'] : []),
    'the hot set, the tables',
  ]
  return [`Not in it: ${absent.join(', ')}.`]
}

/** Values of one moment belong together: parts of a split metric, or the kinds of writes. */
function sums(all: readonly MetricSeries[]): ReadonlyMap<number, number> {
  const byTime = new Map<number, number>()
  for (const { at, value } of all.flatMap(({ points }) => points)) {
    byTime.set(at, (byTime.get(at) ?? 0) + value)
  }
  return byTime
}

function peakValue(all: readonly MetricSeries[]): number {
  return [...sums(all).values()].reduce((most, value) => Math.max(most, value), 0)
}

function peak(series: MetricSeries): Known {
  const { metric, statistic } = series
  // A mean hides what was above it; who reads the file should know which it is.
  const how = statistic === undefined ? '' : ` (${statistic})`
  return { value: Math.ceil(peakValue([series])), from: `peak of ${metric}${how}` }
}

function peakOfSum(written: readonly MetricSeries[]): Known {
  const kinds = ['inserted', 'updated', 'deleted']
  const has = (kind: string) => written.some(({ metric }) => metric.endsWith(kind))
  const lacking = kinds.filter((kind) => !has(kind))
  const without =
    lacking.length === 0 ? '' : `; rows ${lacking.join(' and ')} are not in the export`
  const sources = written.map(({ metric }) => metric).join(' + ')
  return { value: Math.ceil(peakValue(written)), from: `peak of ${sources}, a second${without}` }
}

function latest(series: MetricSeries): Known {
  const [, bytes = 0] = [...sums([series])].sort(([a], [b]) => a - b).at(-1) ?? []
  return {
    value: Number((bytes / BYTES_PER_GB).toPrecision(4)),
    from: `latest of ${series.metric}`,
  }
}

function said(series: MetricSeries): string {
  const how = series.statistic === undefined ? '' : ` (${series.statistic})`
  return `${series.metric}${how} ${decimal(peakValue([series]), 2)}`
}

function daysOf({ series }: MetricExport): string {
  const times = series.flatMap(({ points }) => points.map(({ at }) => at)).sort((a, b) => a - b)
  const day = (at: number | undefined) => new Date(at ?? 0).toISOString().slice(0, 10)
  return `${day(times[0])} to ${day(times.at(-1))}`
}
