import type { Histogram } from './histogram.js'

export interface HdrLogInterval {
  /** Seconds behind the log's start. */
  readonly second: number
  readonly seconds: number
  /** Tools pick intervals by it: the script's id, say. */
  readonly tag?: string
  readonly histogram: Histogram
}

/**
 * HdrHistogram's log format 1.3, which its HistogramLogProcessor, HistogramLogAnalyzer and plotters
 * read. Values are microseconds; the column Interval_Max is in milliseconds.
 */
export function hdrLog(startedAt: Date, intervals: readonly HdrLogInterval[]): string {
  const start = (startedAt.getTime() / 1000).toFixed(3)
  const lines = [
    '#[Histogram log format version 1.3]',
    '#[Values are microseconds]',
    `#[BaseTime: ${start} (seconds since epoch)]`,
    `#[StartTime: ${start} (seconds since epoch), ${startedAt.toISOString()}]`,
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    ...intervals.map(intervalLine),
  ]
  return `${lines.join('\n')}\n`
}

function intervalLine({ second, seconds, tag, histogram }: HdrLogInterval): string {
  const max = (histogram.max / 1000).toFixed(3)
  const figures = `${second.toFixed(3)},${seconds.toFixed(3)},${max},${histogram.encode()}`
  return tag === undefined ? figures : `Tag=${escapeTag(tag)},${figures}`
}

/** A comma or a space would end the tag: they are written as in an address, `%2C`. */
function escapeTag(tag: string): string {
  return tag.replace(/[%,\s]/g, encodeURIComponent)
}
