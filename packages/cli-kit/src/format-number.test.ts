import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  byteSize,
  counted,
  decimal,
  share,
  shortened,
  usd,
  usdRate,
  usdShort,
  usdWhole,
} from './format-number.js'

describe('writes', () => {
  test.each([
    [usd(1254.1), '$1,254.10'],
    [usd(0), '$0.00'],
    [usd(-0.001), '$0.00'],
    [usd(-12.5), '−$12.50'],
    [usdShort(1254.1), '$1,254'],
    [usdShort(8.98), '$8.98'],
    [usdShort(0), '$0'],
    [usdRate(0.092), '$0.092'],
    [usdRate(0.2), '$0.20'],
    [usdRate(0.2001), '$0.2001'],
    [byteSize(100e9), '100 GB'],
    [byteSize(1.34e9), '1.3 GB'],
    [byteSize(10e6), '10 MB'],
    [byteSize(2.5e12), '2.5 TB'],
    [byteSize(512), '512 bytes'],
    [share(0.27), '27%'],
    [share(0.0049), '0.5%'],
    [share(-0.25), '−25%'],
    [counted(1, 'table'), '1 table'],
    [counted(2000, 'row'), '2,000 rows'],
    [shortened('abcdef', 4), 'abc…'],
    [shortened('abcd', 4), 'abcd'],
    [usdWhole(1254.1), '$1,254'],
  ])('%s', (written, expected) => expect(written).toBe(expected))
})

test('a cut text never splits a character', () => {
  expect(shortened('😀😀😀', 2)).toBe('😀…')
})

test('an amount reads back to within half a cent', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (amount) => {
      const back = Number(usd(amount).replace(/[$,]/g, '').replace('−', '-'))
      expect(Math.abs(back - amount)).toBeLessThanOrEqual(0.005 + 1e-6)
    }),
  )
})

test('keeps as many decimals as it was asked for', () => {
  expect([decimal(1.005, 1), decimal(2, 2, 2), decimal(1234.5678)]).toEqual([
    '1',
    '2.00',
    '1,234.57',
  ])
})
