import { isoDurationSeconds } from './iso-duration.js'

/** What a duration may look like, for messages. */
export const DURATION_WORDS = '90 s, 15 min, 24h, 7 days, or ISO 8601 such as PT15M'

const SECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
}
const PLAIN =
  /^(\d{1,12}(?:\.\d{1,6})?)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|w|weeks?)$/i

/** Seconds of a duration such as `24h`, `90 s`, `7 days` or `PT15M`; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim()
  const match = PLAIN.exec(trimmed)
  if (!match) return isoDurationSeconds(trimmed)
  const unit = match[2]?.charAt(0).toLowerCase() ?? ''
  const factor = SECONDS_PER_UNIT[unit]
  return factor === undefined ? undefined : Number(match[1]) * factor
}
