import { usageError } from '@lakebase/cli-kit'
import { parseDuration } from '@lakebase/config'

const DAY_MS = 86_400_000

/** Whole days up to yesterday, for today is not over. */
export function periodSince(
  since: string | undefined,
  now: Date,
): { readonly from: string; readonly to: string } {
  const seconds = since === undefined ? (30 * DAY_MS) / 1000 : parseDuration(since)
  const days = Math.round(((seconds ?? 0) * 1000) / DAY_MS)
  if (seconds === undefined || days < 1) {
    throw usageError(`--since: "${since}" is not a duration of a day or more`, 'such as 7d or P1M')
  }
  const to = isoDay(now.getTime())
  return { from: isoDay(Date.parse(to) - days * DAY_MS), to }
}

/** From the first day through the last one. */
export function daysBetween(from: string, through: string): number {
  return Math.round((Date.parse(through) - Date.parse(from)) / DAY_MS) + 1
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
