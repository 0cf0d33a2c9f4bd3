/** The seconds of a duration as protobuf writes it, such as `604800s`; undefined for any other text. */
export function durationSeconds(text: string): number | undefined {
  return /^\d+(?:\.\d{1,9})?s$/.test(text) ? Number(text.slice(0, -1)) : undefined
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/** What was probably meant by `7d`, `30m` or `300`, as protobuf writes it. */
export function meantDuration(text: string): string | undefined {
  const [, count, unit = 's'] = /^(\d+)\s*([smhdw])?$/.exec(text.trim()) ?? []
  const factor = UNITS[unit]
  return count === undefined || factor === undefined ? undefined : `${Number(count) * factor}s`
}
