import { describe, expect, test } from 'vitest'
import { parseDuration } from './parse-duration.js'
import { parseRate, parseWhole } from './parse-number.js'
import { parseShard } from './parse-shard.js'

test.each([
  ['30s', 30_000],
  ['500ms', 500],
  ['2m', 120_000],
  ['2min', 120_000],
  ['1h', 3_600_000],
  ['10', 10_000],
  ['0', 0],
])('%s is a time', (text, ms) => expect(parseDuration('--duration', text)).toBe(ms))

test.each([
  ['2000', 2000],
  ['2000/s', 2000],
  ['30/min', 0.5],
])('%s is a rate', (text, rate) => expect(parseRate('--rate', text)).toBe(rate))

test('a shard is one of so many', () => {
  expect(parseShard('0/4')).toEqual({ index: 0, count: 4 })
})

describe('refuses', () => {
  test.each([
    ['4/4', () => parseShard('4/4')],
    ['0/0', () => parseShard('0/0')],
    ['-1/4', () => parseShard('-1/4')],
    ['ten', () => parseWhole('--clients', 'ten')],
    ['0', () => parseWhole('--clients', '0')],
    ['-3s', () => parseDuration('--duration', '-3s')],
    ['3 fortnights', () => parseDuration('--duration', '3 fortnights')],
    ['-5', () => parseRate('--rate', '-5')],
  ])('%s', (_text, parse) => expect(parse).toThrow(/./))
})
