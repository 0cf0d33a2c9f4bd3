import { usageError } from '@lakebase/cli-kit'

/** The day of the prices: a real calendar day, or today. */
export function asOfDate(text: string | undefined, now: Date): string {
  if (text === undefined) return isoDay(now)
  const date = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && isoDay(date) === text) {
    return text
  }
  throw usageError(`--as-of: "${text}" is no day`, 'write it as 2026-11-23')
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
