import { isDatetime } from '../../type/kind-of-type.js'
import type { SparkType } from '../../type/spark-type.js'

/**
 * A date or timestamp literal in the form that Postgres reads: `2026`, `2026-1`, `2026-01-01T…` and
 * the zone ids that Spark writes with a `UTC` or `GMT` before the offset.
 */
export function datetimeLiteral(text: string, type: SparkType): string | undefined {
  if (!isDatetime(type)) return undefined
  const value = beforeChrist(text.trim())
  const short = /^([+-]?\d{4,7})(?:-(\d{1,2}))?$/.exec(value)
  if (short) return `${short[1]}-${(short[2] ?? '1').padStart(2, '0')}-01`
  return value
    .replace(/(:\d\d\.\d{6})\d+/, '$1')
    .replace(/^([+-]?\d{4,7}-\d{1,2}-\d{1,2})T/, '$1 ')
    .replace(/(\d)\s*(?:UTC|GMT|UT)([+-])/, '$1$2')
    .replace(/(\d)([A-Z][a-z]+\/)/, '$1 $2')
    .replace(
      /([+-]\d):(\d\d)$/,
      (_, hour: string, minute: string) => `${hour.replace(/^([+-])/, '$10')}:${minute}`,
    )
}

/** The year 0 is 1 BC, -1 is 2 BC. */
function beforeChrist(text: string): string {
  const [, year, rest] = /^-(\d{4,7})(-.*)$/.exec(text) ?? []
  return year === undefined ? text : `${String(Number(year) + 1).padStart(4, '0')}${rest} BC`
}
