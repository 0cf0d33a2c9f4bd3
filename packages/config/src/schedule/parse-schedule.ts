import type { Schedule } from '../workload.js'
import { nearest } from '../yaml/nearest.js'
import { cronRuns } from './cron-schedule.js'
import { isoDurationSeconds } from './iso-duration.js'

/** What a schedule may look like, for messages. */
export const SCHEDULE_WORDS =
  'Per week, Per day, Per hour, a cron line such as 0 2 * * *, an ISO 8601 duration such as PT15M'

/** A schedule, or why the text is none. */
export type ParsedSchedule = { readonly schedule: Schedule } | ScheduleProblem

export interface ScheduleProblem {
  readonly problem: string
  /** The schedule that was probably meant. */
  readonly suggestion?: string
  readonly why?: string
}

const HOURS_PER_MONTH = 730
const INTERVALS: ReadonlyMap<string, number> = new Map([
  ['Per week', 604_800],
  ['Per day', 86_400],
  ['Per hour', 3_600],
])

/**
 * Reads a schedule: the old accelerator's `Per week`, `Per day` and `Per hour` in exactly these words,
 * an ISO 8601 duration, or a cron line with 5 fields (or Quartz with 6 or 7). Runs are counted over fixed
 * years, so that the result does not depend on the day. Never throws.
 *
 * @example
 * parseSchedule('PT15M') // { schedule: { text: 'PT15M', intervalSeconds: 900, runsPerMonth: 2920 } }
 */
export function parseSchedule(text: string): ParsedSchedule {
  const trimmed = text.trim()
  const interval = INTERVALS.get(trimmed)
  if (interval !== undefined) return every(trimmed, interval)
  if (/^P[\dT]/i.test(trimmed)) return everyIsoDuration(trimmed)
  const fields = trimmed.split(/\s+/)
  if (trimmed.length <= 200 && fields.length >= 5 && fields.length <= 7)
    return byCron(trimmed, fields)
  return unknownWord(trimmed)
}

function everyIsoDuration(text: string): ParsedSchedule {
  const seconds = isoDurationSeconds(text)
  if (seconds === undefined) {
    return {
      problem: `${quoted(text)} is not a duration of weeks, days, hours, minutes or seconds`,
    }
  }
  // A year without a run is a slip of the pen, and so is a run at every moment.
  if (seconds < 1) return { problem: `${quoted(text)} leaves no time between two runs` }
  if (seconds > 366 * 86_400) return { problem: `${quoted(text)} is longer than a year` }
  return every(text, seconds)
}

function every(text: string, intervalSeconds: number): ParsedSchedule {
  const runsPerMonth = (HOURS_PER_MONTH * 3_600) / intervalSeconds
  return { schedule: { text, intervalSeconds, runsPerMonth } }
}

function byCron(text: string, fields: readonly string[]): ParsedSchedule {
  const year = fields[6] ?? '*'
  if (year !== '*' && year !== '?') return { problem: `${quoted(text)} runs in given years only` }
  try {
    const runs = cronRuns(fields)
    if (!runs) return { problem: `${quoted(text)} names a date that no year has` }
    const { intervalSeconds, runsPerDay } = runs
    return {
      schedule: { text, intervalSeconds, runsPerMonth: (runsPerDay * HOURS_PER_MONTH) / 24 },
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { problem: `${quoted(text)} is not a cron line: ${withoutPrefix(reason)}` }
  }
}

function unknownWord(text: string): ScheduleProblem {
  const suggestion = nearest(text, [...INTERVALS.keys()])
  const problem = `unknown value ${quoted(text)}`
  if (suggestion === undefined) return { problem }
  const why =
    suggestion === 'Per week'
      ? 'The old estimator took any word that it did not know for once a week.'
      : `The old estimator took this for once a week, ${suggestion === 'Per day' ? '7' : '168'} times too cheap.`
  return { problem, suggestion, why }
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)
}

/** `CronPattern: Invalid value for minute: 61` */
function withoutPrefix(reason: string): string {
  const plain = reason.replace(/^\w+: /, '')
  return plain.charAt(0).toLowerCase() + plain.slice(1)
}
