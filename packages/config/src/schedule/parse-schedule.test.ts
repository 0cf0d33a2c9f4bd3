import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSchedule } from './parse-schedule.js'

const DAY = 86_400

test.each([
  ['Per week', 7 * DAY, 730 / 168],
  ['Per day', DAY, 730 / 24],
  ['Per hour', 3600, 730],
  ['PT15M', 900, 2920],
  ['P1D', DAY, 730 / 24],
  ['P1W', 7 * DAY, 730 / 168],
  ['P1DT12H', 1.5 * DAY, 730 / 36],
  ['0 2 * * *', DAY, 730 / 24],
  ['*/15 * * * *', 900, 2920],
  // 0, 7, ... 56: the last gap of each hour has 4 minutes.
  ['*/7 * * * *', 240, 9 * 730],
  ['0 0 2 * * ?', DAY, 730 / 24],
  ['0 0 2 * * ? *', DAY, 730 / 24],
  ['0 8,20 * * *', DAY / 2, 730 / 12],
  ['0 0,1 * * *', 3600, 730 / 12],
  ['59 23,0 * * *', 3600, 730 / 12],
  ['30 6 * * 1', 7 * DAY, 730 / 168],
  ['0 30 6 ? * 2', 7 * DAY, 730 / 168],
  ['0 0 * * 1#1', 28 * DAY, (730 / 24) * (48 / 1461)],
  ['0 9 * * 1-5', DAY, (730 * 5) / 168],
  ['0 0 1 * *', 28 * DAY, (730 / 24) * (48 / 1461)],
  ['0 0 29 2 *', 1461 * DAY, (730 / 24) * (1 / 1461)],
  ['0 0 31 12 *', 365 * DAY, (730 / 24) * (4 / 1461)],
])(
  '%s runs every %d s at the shortest, %d times a month',
  (text, intervalSeconds, runsPerMonth) => {
    const parsed = parseSchedule(text)
    if (!('schedule' in parsed)) throw new Error(parsed.problem)
    expect(parsed.schedule.text).toBe(text)
    expect(parsed.schedule.intervalSeconds).toBe(intervalSeconds)
    expect(parsed.schedule.runsPerMonth).toBeCloseTo(runsPerMonth, 9)
  },
)

test('Quartz counts weekdays from Sunday as 1, cron from 0', () => {
  const parsed = [parseSchedule('0 0 0 ? * 2-6'), parseSchedule('0 0 * * 1-5')]
  const runs = parsed.map((one) => ('schedule' in one ? one.schedule.runsPerMonth : one.problem))
  expect(runs[0]).toBe(runs[1])
})

test.each([
  ['per day', 'unknown value "per day"', 'Per day', '7 times too cheap'],
  ['Per dya', 'unknown value "Per dya"', 'Per day', '7 times too cheap'],
  ['per-hour', 'unknown value "per-hour"', 'Per hour', '168 times too cheap'],
])(
  '%s is not taken for anything, and the right word is named',
  (text, problem, suggestion, why) => {
    expect(parseSchedule(text)).toEqual({
      problem,
      suggestion,
      why: expect.stringContaining(why),
    })
  },
)

test.each([
  ['', 'unknown value ""'],
  ['Every 15 minutes', 'unknown value "Every 15 minutes"'],
  ['@daily', 'unknown value "@daily"'],
  ['P', 'unknown value "P"'],
  ['PT', '"PT" is not a duration of weeks, days, hours, minutes or seconds'],
  ['P1M', '"P1M" is not a duration of weeks, days, hours, minutes or seconds'],
  ['P1DT', '"P1DT" is not a duration of weeks, days, hours, minutes or seconds'],
  ['PT0S', '"PT0S" leaves no time between two runs'],
  ['P400D', '"P400D" is longer than a year'],
  ['61 * * * *', '"61 * * * *" is not a cron line: invalid value for minute: 61'],
  ['0 0 31 2 *', '"0 0 31 2 *" names a date that no year has'],
  ['0 0 2 * * ? 2027', '"0 0 2 * * ? 2027" runs in given years only'],
])('%s is refused: %s', (text, problem) => {
  expect(parseSchedule(text)).toEqual({ problem })
})

test('any text gives a schedule with sensible numbers or a problem, and never throws', () => {
  const field = fc.oneof(
    fc.constantFrom(
      '*',
      '?',
      '0',
      '5',
      '*/5',
      '1-3',
      'L',
      '1#2',
      'MON',
      'W',
      '1,2',
      '99',
      '-',
      '*/0',
    ),
    fc.string({ maxLength: 4 }),
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(field, { minLength: 5, maxLength: 7 }).map((fields) => fields.join(' ')),
    fc.string({ maxLength: 6 }).map((rest) => `P${rest}`),
  )
  fc.assert(
    fc.property(text, (one) => {
      const parsed = parseSchedule(one)
      if (!('schedule' in parsed)) return parsed.problem !== ''
      const { intervalSeconds, runsPerMonth } = parsed.schedule
      // On average it runs no more often than at its shortest gap.
      return intervalSeconds >= 1 && runsPerMonth > 0 && runsPerMonth * intervalSeconds <= 2_628_001
    }),
    { numRuns: 500 },
  )
}, 30_000)
