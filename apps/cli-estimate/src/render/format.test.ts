import { usd } from '@lakebase/cli-kit'
import { describe, expect, test } from 'vitest'
import { atLeast, cu, cuRange, hours, known, monthParts, usdChange, usdRange } from './format.js'

describe('writes', () => {
  test.each([
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
    [hours(2.5), '2.5 h'],
    [hours(0.22), '13 min'],
    [hours(0.005), '18 s'],
    [known(undefined, usd), 'unknown'],
    [known(1, usd), '$1.00'],
  ])('%s', (written, expected) => expect(written).toBe(expected))
})

test('names a month, and leaves what is not one as it is', () => {
  expect(monthParts('2027-01')).toEqual({ name: 'Jan', year: '2027' })
  expect(monthParts('soon')).toEqual({ name: 'soon', year: 'soon' })
})
