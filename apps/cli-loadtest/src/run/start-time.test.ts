import { expect, test } from 'vitest'
import { startTime } from './start-time.js'

const now = new Date('2026-11-28T09:00:00Z')
const flags = (startAt?: string, startDelay?: string) => ({ startAt, startDelay })

test.each([
  [flags('2026-11-28T09:00:10Z'), '2026-11-28T09:00:10.000Z'],
  [flags('2026-11-28T08:59:00Z', '90s'), '2026-11-28T09:00:30.000Z'],
  [flags('2026-11-28T09:00:01.25', '1m'), '2026-11-28T09:01:01.250Z'],
  [flags('2026-11-28T11:00:00+01:00'), '2026-11-28T10:00:00.000Z'],
])('%o', (given, at) => {
  expect(new Date(startTime(given, now) ?? 0).toISOString()).toBe(at)
})

test('without a start time a run begins when it is ready', () => {
  expect(startTime(flags(), now)).toBeUndefined()
})

test.each([
  [flags('2026-11-28T08:59:59Z'), '1.0 s ago'],
  [flags(undefined, '10s'), 'counted from --start-at'],
  [flags('soon'), 'is no time'],
  [flags('2026-13-45T09:00:00Z'), 'is no time'],
])('%o is refused', (given, says) => {
  expect(() => startTime(given, now)).toThrow(says)
})
