import { usageError } from '@lakebase/cli-kit'

const UNITS = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 } as const
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|min|m|h)?$/

/**
 * `30s`, `500ms`, `2m`, `1h` in milliseconds; a number alone is seconds.
 *
 * @throws CliError with exit code 2
 */
export function parseDuration(option: string, text: string): number {
  const [, number, unit = 's'] = DURATION.exec(text.trim()) ?? []
  const factor = Object.entries(UNITS).find(([name]) => name === unit)?.[1]
  if (number === undefined || factor === undefined) {
    throw usageError(`${option}: "${text}" is no time`, 'such as 30s, 500ms, 2m or 1h')
  }
  return Number(number) * factor
}

/** @throws CliError with exit code 2 unless it is above zero */
export function parsePositiveDuration(option: string, text: string): number {
  const ms = parseDuration(option, text)
  if (ms > 0) return ms
  throw usageError(`${option}: it takes a time above 0, not "${text}"`)
}
