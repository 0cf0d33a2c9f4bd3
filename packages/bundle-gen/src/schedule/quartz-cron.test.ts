import { expect, test } from 'vitest'
import { quartzCron } from './quartz-cron.js'

test.each([
  { schedule: { everySeconds: 3600 }, expression: '0 0 * * * ?' },
  { schedule: { everySeconds: 1800 }, expression: '0 0/30 * * * ?' },
  { schedule: { everySeconds: 6 * 3600 }, expression: '0 0 0/6 * * ?' },
  { schedule: { everySeconds: 86_400 }, expression: '0 0 0 * * ?' },
  { schedule: { everySeconds: 604_800 }, expression: '0 0 0 ? * MON' },
  { schedule: { cron: '0 3 * * *' }, expression: '0 0 3 * * ?' },
  { schedule: { cron: '*/15 8-18 * * 1-5' }, expression: '0 */15 8-18 ? * MON-FRI' },
  { schedule: { cron: '0 3 * * 0,6' }, expression: '0 0 3 ? * SUN,SAT' },
  { schedule: { cron: '0 3 1 * *' }, expression: '0 0 3 1 * ?' },
  { schedule: { cron: '0 0 3 ? * MON' }, expression: '0 0 3 ? * MON' },
])('$schedule is $expression', ({ schedule, expression }) => {
  expect(quartzCron(schedule)).toEqual({ expression })
})

test.each([
  { schedule: { everySeconds: 7 * 60 }, problem: 'divides neither' },
  { schedule: { everySeconds: 90 }, problem: 'divides neither' },
  { schedule: { everySeconds: 5 * 3600 }, problem: 'divides neither' },
  { schedule: { cron: '0 3 1 * 1' }, problem: 'both' },
  { schedule: { cron: '0 3 * *' }, problem: '4 fields' },
  { schedule: { cron: '0 3 * * */2' }, problem: 'Quartz' },
])('$schedule is refused', ({ schedule, problem }) => {
  expect(quartzCron(schedule)).toMatchObject({ problem: expect.stringContaining(problem) })
})
