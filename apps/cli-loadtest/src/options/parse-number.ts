import { usageError } from '@lakebase/cli-kit'

/**
 * A whole number from `least` on.
 *
 * @throws CliError with exit code 2
 */
export function parseWhole(option: string, text: string, least = 1): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value
  throw usageError(`${option}: it takes a whole number from ${least} on, not "${text}"`)
}

/**
 * A rate: `2000`, `2000/s`, `30/min`; as transactions a second.
 *
 * @throws CliError with exit code 2
 */
export function parseRate(option: string, text: string): number {
  const [, number, unit = '/s'] = /^(\d+(?:\.\d+)?)(\/s|\/min)?$/.exec(text.trim()) ?? []
  const rate = Number(number) / (unit === '/min' ? 60 : 1)
  if (rate > 0) return rate
  throw usageError(`${option}: "${text}" is no rate`, 'such as 2000/s or 30/min')
}
