import { Cron, CronPattern } from 'croner'

/** How often a cron line fires. */
export interface CronRuns {
  readonly intervalSeconds: number
  readonly runsPerDay: number
}

/** A Friday; the first of four years with one leap day, so that every date of a calendar is in them. */
const FIRST_DAY = new Date('2027-01-01T00:00:00Z')
const FOUR_YEARS = 1461
const WEEK = 7
const DAY_SECONDS = 86_400
const DAY_MS = DAY_SECONDS * 1000

/**
 * Counts the runs of a cron line with 5 fields, or Quartz with 6 or 7, in UTC: over one week when only
 * weekdays matter, else over four fixed years. The same line gives the same count on any day. Undefined
 * when it never runs.
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
  const span = isWeekly(days) ? WEEK : FOUR_YEARS
  const dayNumbers = runningDays(days, isQuartz, span)
  const [firstSecond] = seconds
  const lastSecond = seconds.at(-1)
  if (firstSecond === undefined || lastSecond === undefined || dayNumbers.length === 0) {
    return undefined
  }
  // Weekdays bound to dates repeat in 28 years only, so the end of the span is no gap of theirs.
  const repeats = isWeekly(days) || isAny(days[2]) || dayNumbers.length === 1
  const dayGap = shortestGap(repeats ? [...dayNumbers, (dayNumbers[0] ?? 0) + span] : dayNumbers)
  const acrossDays = dayGap * DAY_SECONDS - lastSecond + firstSecond
  return {
    intervalSeconds: Math.min(shortestGap(seconds), acrossDays),
    runsPerDay: (seconds.length * dayNumbers.length) / span,
  }
}

/** Whether day and month do not matter, and weekdays are named without their place in a month. */
function isWeekly([day, month, weekday = '']: readonly string[]): boolean {
  return isAny(day) && isAny(month) && !/[L#W]/i.test(weekday.replace(/WED/gi, ''))
}

function isAny(field: string | undefined): boolean {
  return field === '*' || field === '?'
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

/** Days of the span on which the line fires, 0 first. */
function runningDays(days: readonly string[], isQuartz: boolean, span: number): readonly number[] {
  if (days.every(isAny)) return Array.from({ length: span }, (_, day) => day)
  const midnight = `0 0 0 ${days.join(' ')}`
  const options = { mode: '6-part', timezone: 'UTC', alternativeWeekdays: isQuartz } as const
  const first = FIRST_DAY.getTime()
  // The run after a moment is asked for, so ask from the second before.
  return new Cron(midnight, options)
    .nextRuns(span, new Date(first - 1000))
    .map((date) => Math.round((date.getTime() - first) / DAY_MS))
    .filter((day) => day < span)
}

/** The shortest gap of rising numbers; infinite for one. */
function shortestGap(rising: readonly number[]): number {
  return rising.reduce((gap, next, index) => {
    const before = rising[index - 1]
    return before === undefined ? gap : Math.min(gap, next - before)
  }, Number.POSITIVE_INFINITY)
}
