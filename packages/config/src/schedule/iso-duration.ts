const ISO =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i
const SECONDS = [604_800, 86_400, 3_600, 60, 1] as const

/**
 * Seconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds; undefined for anything
 * else, also for months and years, whose length varies.
 */
export function isoDurationSeconds(text: string): number | undefined {
  const match = text.length <= 60 ? ISO.exec(text) : null
  if (!match || /[PT]$/i.test(text)) return undefined
  return SECONDS.reduce((sum, seconds, index) => sum + seconds * Number(match[index + 1] ?? 0), 0)
}
