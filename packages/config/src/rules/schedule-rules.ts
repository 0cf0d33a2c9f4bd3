import limits from '../data/product-limits.json' with { type: 'json' }
import { parseSchedule } from '../schedule/parse-schedule.js'
import { at, type Rule } from './rule.js'

const { triggeredMinimumSeconds, continuousMinimumSeconds } = limits

/** LB016: TRIGGERED syncs so often that CONTINUOUS would be cheaper. */
export const triggeredInterval: Rule = ({ sync }, source) => {
  const batch = sync.batch
    ? [{ ...sync.batch, path: ['delta_synchronization', 'sync_frequency'] }]
    : []
  const tables = sync.tables.map(({ policy, schedule, at: table }) => {
    const own = [...table, 'schedule']
    const path = source.read(own) === undefined ? ['delta_synchronization', 'sync_frequency'] : own
    return { policy, schedule, path }
  })
  return [...tables, ...batch].flatMap(({ policy, schedule, path }) => {
    const seconds = schedule?.intervalSeconds
    if (policy !== 'TRIGGERED' || seconds === undefined) return []
    if (seconds >= triggeredMinimumSeconds.value) return []
    const message = `TRIGGERED every ${seconds} s: below 5 minutes each run costs more to start than to do`
    const hint = 'Use CONTINUOUS, or run every 5 minutes or more.'
    return at(source, path, { ruleId: 'LB016', level: 'warn', message, hint })
  })
}

/** LB017: a CONTINUOUS table runs all the time, so a schedule on it does nothing. */
export const continuousSchedule: Rule = ({ sync }, source) =>
  sync.tables.flatMap(({ policy, at: table }) => {
    const path = [...table, 'schedule']
    const text = source.read(path)
    if (policy !== 'CONTINUOUS' || typeof text !== 'string') return []
    const parsed = parseSchedule(text)
    const seconds = 'schedule' in parsed ? parsed.schedule.intervalSeconds : 0
    const least = continuousMinimumSeconds.value
    const message =
      seconds < least
        ? `a CONTINUOUS table cannot be fresher than ${least} s, and ${seconds} s is asked for`
        : 'a CONTINUOUS table runs all the time, so this schedule does nothing'
    const hint = 'Remove the schedule, or use TRIGGERED.'
    return at(source, path, { ruleId: 'LB017', level: 'warn', message, hint })
  })
