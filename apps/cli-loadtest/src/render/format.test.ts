import { expect, test } from 'vitest'
import { duration, figures, milliseconds, percent, perSecond, span } from './format.js'

test.each([
  [milliseconds(140), '0.140'],
  [milliseconds(12_400), '12.4'],
  [milliseconds(1_203_000), '1,203'],
  [duration(0), '0 µs'],
  [duration(143), '143 µs'],
  [duration(999.6), '1 ms'],
  [duration(1240), '1.24 ms'],
  [duration(999_600), '1 s'],
  [duration(61_000_000), '61 s'],
  [perSecond(1998.4), '1,998/s'],
  [perSecond(0.421), '0.421/s'],
  [span(0.5), '0.5 s'],
  [span(70), '70 s'],
  [span(1800), '30 min'],
  [span(5400), '90 min'],
  [span(9000), '2 h 30 min'],
  [percent(0), '0%'],
  [percent(0.00004), '0.004%'],
  [percent(0.125), '12.5%'],
  [figures(0), '0'],
])('%s', (written, expected) => expect(written).toBe(expected))
