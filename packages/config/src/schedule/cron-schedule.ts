import { Cron, CronPattern } from 'croner'

/** How often a cron line fires. */
export interface CronRuns {
  readonly intervalSeconds: number
  readonly runsPerDay: number
}

/** Four years with one leap day, so that every date of a calendar is in it. */
const FIRST_DAY = new Date('2027-01-01T00:00:00Z')
const DAYS = 1461
const DAY_SECONDS = 86_400
const DAY_MS = DAY_SECONDS * 1000

/**
 * Counts the runs of a cron line with 5 fields, or Quartz with 6 or 7, over four fixed years in UTC: the
 * same line gives the same count on any day. Undefined when it never runs.
 *
 * @throws what croner says when the line is none.
 */
export function cronRuns(fields: readonly string[]): CronRuns | undefined {
  const isQuartz = fields.length > 5
  const time = isQuartz ? fields.slice(0, 3) : ['0', ...fields.slice(0, 2)]
  const days = isQuartz ? fields.slice(3, 6) : fields.slice(2)
  // Quartz counts weekdays from Sunday = 1, cron from Sunday = 0.
  const options = { mode: '6-part', alternativeWeekdays: isQuartz } as const
  const pattern = new CronPattern([...time, ...days].join(' '), 'UTC', options)
  const seconds = secondsOfDay(pattern)
  const dayNumbers = runningDays(days, isQuartz)
  const [firstSecond] = seconds
  const lastSecond = seconds.at(-1)
  if (firstSecond === undefined || lastSecond === undefined || dayNumbers.length === 0) {
    return undefined
  }
  const acrossDays = shortestGap(dayNumbers, DAYS) * DAY_SECONDS - lastSecond + firstSecond
  const withinDay = seconds.length > 1 ? shortestGap(seconds, Number.POSITIVE_INFINITY) : acrossDays
  return {
    intervalSeconds: Math.min(withinDay, acrossDays),
    runsPerDay: (seconds.length * dayNumbers.length) / DAYS,
  }
}

function secondsOfDay(pattern: CronPattern): readonly number[] {
  const hours = setBits(pattern.hour)
  const minutes = setBits(pattern.minute)
  const seconds = setBits(pattern.second)
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h * 3600 + m * 60 + s)))
}

function setBits(bits: readonly number[]): readonly number[] {
  return bits.flatMap((bit, index) => (bit ? index : []))
}

/** Days of the reference years on which the line fires, 0 first. */
function runningDays(days: readonly string[], isQuartz: boolean): readonly number[] {
  if (days.every((field) => field === '*' || field === '?')) {
    return Array.from({ length: DAYS }, (_, day) => day)
  }
  const midnight = `0 0 0 ${days.join(' ')}`
  const cron = new Cron(midnight, {
    mode: '6-part',
    timezone: 'UTC',
    alternativeWeekdays: isQuartz,
  })
  const first = FIRST_DAY.getTime()
  // The run after a moment is asked for, so ask from the second before.
  return cron
    .nextRuns(DAYS, new Date(first - 1000))
    .map((date) => Math.round((date.getTime() - first) / DAY_MS))
    .filter((day) => day < DAYS)
}

/** The shortest gap of rising numbers, also over the end of a span that repeats. */
function shortestGap(rising: readonly number[], span: number): number {
  const around = (rising[0] ?? 0) + span - (rising.at(-1) ?? 0)
  return rising.reduce((gap, next, index) => {
    const before = rising[index - 1]
    return before === undefined ? gap : Math.min(gap, next - before)
  }, around)
}
