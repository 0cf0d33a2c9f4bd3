import { type CsvCell, formatCsv } from '@lakebase/cli-kit'
import type { RunReport, ScriptFigures, SeriesPoint } from '@lakebase/loadtest'

const TIMES = ['min', 'mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'p999', 'p9999', 'max'] as const

/** One row a script and one for all, as RFC 4180; times in microseconds. */
export function scriptsCsv(run: RunReport): string {
  const columns = ['script', 'due', 'succeeded', 'failed', 'retries', 'per_second', 'rows']
  const bytes = ['bytes_received', 'bytes_sent']
  const times = TIMES.flatMap((name) => [`response_${name}_us`])
  const service = TIMES.flatMap((name) => [`service_${name}_us`])
  return formatCsv(
    [...columns, ...bytes, ...times, ...service],
    [...run.scripts, run.total].map(scriptCells),
  )
}

/** One row a second; times in microseconds. */
export function seriesCsv({ series }: RunReport): string {
  return formatCsv(
    [
      'second',
      'stage',
      'measured',
      'due',
      'succeeded',
      'failed',
      'p50_us',
      'p99_us',
      'max_us',
      'schedule_lag_us',
      'queue',
      'busy_connections',
    ],
    series.map(pointCells),
  )
}

function scriptCells(script: ScriptFigures): readonly CsvCell[] {
  const { id, due, succeeded, failed, retries, perSecond, rows, response, service } = script
  return [
    ...[id, due, succeeded, failed, retries, perSecond, rows],
    ...[script.bytesReceived, script.bytesSent],
    ...TIMES.map((name) => (response.count === 0 ? undefined : response[name])),
    ...TIMES.map((name) => (service.count === 0 ? undefined : service[name])),
  ]
}

function pointCells(point: SeriesPoint): readonly CsvCell[] {
  const { second, stage, measured, due, succeeded, failed, p50, p99, max } = point
  const none = succeeded === 0
  const times = [p50, p99, max].map((time) => (none ? undefined : time))
  const ends = [point.scheduleLag, point.queue, point.busyConnections]
  return [second, stage, measured, due, succeeded, failed, ...times, ...ends]
}
