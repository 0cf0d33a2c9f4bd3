import type { ScheduleSpec } from '../spec/bundle-spec.js'

/** A Quartz line for a Databricks job, or why there is none. */
export type QuartzCron = { readonly expression: string } | { readonly problem: string }

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** When a job runs, as `schedule.quartz_cron_expression` wants it. */
export function quartzCron(schedule: ScheduleSpec): QuartzCron {
  return 'cron' in schedule ? fromCron(schedule.cron) : fromInterval(schedule.everySeconds)
}

/** Cron starts anew with each hour and day: only what divides them recurs evenly. */
function fromInterval(seconds: number): QuartzCron {
  if (seconds === 7 * DAY) return { expression: '0 0 0 ? * MON' }
  if (seconds === DAY) return { expression: '0 0 0 * * ?' }
  if (seconds % HOUR === 0 && (24 * HOUR) % seconds === 0) {
    return { expression: `0 0 ${every(seconds / HOUR)} * * ?` }
  }
  if (seconds % MINUTE === 0 && HOUR % seconds === 0) {
    return { expression: `0 ${every(seconds / MINUTE)} * * * ?` }
  }
  return {
    problem: `every ${seconds} s divides neither an hour nor a day, and is not a week: a job cannot recur so`,
  }
}

function every(step: number): string {
  return step === 1 ? '*' : `0/${step}`
}

function fromCron(line: string): QuartzCron {
  const fields = line.trim().split(/\s+/)
  if (fields.length === 6 || fields.length === 7) return { expression: fields.join(' ') }
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields
  if (fields.length !== 5) return { problem: `"${line}" has ${fields.length} fields, not 5 to 7` }
  if (isAny(weekday)) return { expression: `0 ${minute} ${hour} ${dayOf(day)} ${month} ?` }
  if (!isAny(day)) {
    return {
      problem: `"${line}" names days of the month or of the week: cron runs on both, Quartz cannot`,
    }
  }
  const quartzWeekday = weekdays(weekday)
  if (quartzWeekday === undefined) return { problem: `"${weekday}" cannot be said in Quartz` }
  return { expression: `0 ${minute} ${hour} ? ${month} ${quartzWeekday}` }
}

function isAny(field: string): boolean {
  return field === '*' || field === '?'
}

function dayOf(field: string): string {
  return field === '?' ? '*' : field
}

const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const

/** Cron counts Sunday as 0 or 7, Quartz as 1: names mean the same in both. */
function weekdays(field: string): string | undefined {
  const items = field.split(',').map((item) => {
    const range = /^([0-7])(?:-([0-7]))?$/.exec(item)
    if (!range) return /^[A-Za-z]{3}(-[A-Za-z]{3})?$/.test(item) ? item.toUpperCase() : undefined
    const [from, to] = [Number(range[1]), range[2] === undefined ? undefined : Number(range[2])]
    if (to === undefined) return NAMES[from]
    return from <= to ? `${NAMES[from]}-${NAMES[to]}` : undefined
  })
  return items.every((item) => item !== undefined) ? items.join(',') : undefined
}
