import { usageError } from '@lakebase/cli-kit'
import { parseDuration } from '../options/parse-duration.js'

interface StartFlags {
  readonly startAt: string | undefined
  readonly startDelay: string | undefined
}

/** ISO 8601; Databricks leaves the zone away and means UTC. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

/**
 * The moment at which all shards begin, in ms since 1970.
 *
 * @throws CliError with exit code 2; a shard that comes too late would measure another load
 */
export function startTime({ startAt, startDelay }: StartFlags, now: Date): number | undefined {
  if (startAt === undefined) {
    if (startDelay === undefined) return undefined
    throw usageError('--start-delay is counted from --start-at', 'say both, or neither')
  }
  const [, zone] = INSTANT.exec(startAt) ?? []
  const at = Date.parse(zone === undefined ? `${startAt}Z` : startAt)
  if (!INSTANT.test(startAt) || Number.isNaN(at)) {
    throw usageError(`--start-at: "${startAt}" is no time`, 'such as 2026-11-28T09:00:00Z')
  }
  const delay = startDelay === undefined ? 0 : parseDuration('--start-delay', startDelay)
  const lateMs = now.getTime() - (at + delay)
  if (lateMs <= 0) return at + delay
  throw usageError(
    `the start was ${(lateMs / 1000).toFixed(1)} s ago: this shard would not run with the others`,
    'give a later --start-at, or a longer --start-delay',
  )
}
