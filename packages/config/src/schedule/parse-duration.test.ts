import { expect, test } from 'vitest'
import { parseDuration } from './parse-duration.js'

test.each([
  ['24h', 86_400],
  ['90 s', 90],
  ['7d', 604_800],
  ['1 day', 86_400],
  ['15 min', 900],
  ['2 Weeks', 1_209_600],
  ['1.5 hours', 5400],
  ['PT5M', 300],
  ['P1DT1H', 90_000],
  [' 10m ', 600],
])('%s has %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

test.each(['', '5', 'h', '5 months', '-5 s', '1h30', 'P1M', 'PT', 'off', '5 sx'])(
  '%s is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined()
  },
)
