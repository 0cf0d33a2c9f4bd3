import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atLeast,
  byteSize,
  counted,
  cu,
  cuRange,
  decimal,
  hours,
  known,
  monthParts,
  share,
  shortened,
  usd,
  usdChange,
  usdRange,
  usdRate,
  usdShort,
} from './format.js'

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
    [usdChange(12), '+$12.00'],
    [usdChange(-3.1), '−$3.10'],
    [usdChange(0), '$0.00'],
    [usdRange(546.77, 1992.9), '$547–$1,993'],
    [usdRange(2.8, 25.14), '$2.80–$25.14'],
    [usdRange(6, 6), '$6.00'],
    [atLeast('$10', true), '$10'],
    [atLeast('$10', false), 'at least $10'],
    [cuRange(8, 24), '8–24 CU'],
    [cuRange(0.5, 0.5), '0.5 CU'],
    [cu(22.2), '22.2 CU'],
    [cu(0.47), '0.47 CU'],
    [byteSize(100e9), '100 GB'],
    [byteSize(1.34e9), '1.3 GB'],
    [byteSize(10e6), '10 MB'],
    [byteSize(2.5e12), '2.5 TB'],
    [byteSize(512), '512 bytes'],
    [share(0.27), '27%'],
    [share(0.0049), '0.5%'],
    [share(-0.25), '−25%'],
    [hours(2.5), '2.5 h'],
    [hours(0.22), '13 min'],
    [hours(0.005), '18 s'],
    [known(undefined, usd), 'unknown'],
    [known(1, usd), '$1.00'],
    [counted(1, 'table'), '1 table'],
    [counted(2000, 'row'), '2,000 rows'],
    [shortened('abcdef', 4), 'abc…'],
    [shortened('abcd', 4), 'abcd'],
  ])('%s', (written, expected) => expect(written).toBe(expected))
})

test('names a month, and leaves what is not one as it is', () => {
  expect(monthParts('2027-01')).toEqual({ name: 'Jan', year: '2027' })
  expect(monthParts('soon')).toEqual({ name: 'soon', year: 'soon' })
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
