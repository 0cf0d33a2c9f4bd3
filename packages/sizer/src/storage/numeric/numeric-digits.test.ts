import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeNumeric } from './encode-numeric.js'
import { numericDigits } from './numeric-digits.js'
import { numericLength } from './numeric-length.js'

test.each([
  { decimal: '0', digits: 0 },
  { decimal: '0.00', digits: 0 },
  { decimal: '7', digits: 1 },
  { decimal: '9999', digits: 1 },
  { decimal: '10000', digits: 1 },
  { decimal: '10001', digits: 2 },
  { decimal: '1.5', digits: 2 },
  { decimal: '0.0001', digits: 1 },
  { decimal: '-12345.678', digits: 3 },
  { decimal: '99999999.99', digits: 3 },
  { decimal: '1e3', digits: 1 },
  { decimal: '1e-7', digits: 1 },
  { decimal: '.5', digits: 1 },
])('$decimal has $digits digits of base 10000', ({ decimal, digits }) => {
  expect(numericDigits(decimal)).toBe(digits)
})

test.each(['', '.', 'NaN', '1,5', '0x10', '- 1'])('%j is no decimal number', (text) => {
  expect(() => numericDigits(text)).toThrow(RangeError)
})

test('neither sign nor zeros at the ends change the digits', () =>
  fc.assert(
    fc.property(fc.nat(), fc.nat(6), (whole, zeros) => {
      const decimal = whole.toString()
      expect(numericDigits(`-000${decimal}.${'0'.repeat(zeros)}`)).toBe(numericDigits(decimal))
    }),
  ))

test('an encoded numeric has the length that its digits give', () =>
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }),
      (value) => {
        fc.pre(Math.abs(value) > 1e-40)
        expect(encodeNumeric(String(value)).length).toBe(
          numericLength(numericDigits(String(value))),
        )
      },
    ),
  ))

test('-1.5 is sign, scale and weight in two bytes, then 1 and 5000', () => {
  expect([...encodeNumeric('-1.5')]).toEqual([0x80, 0xa0, 1, 0, 0x88, 0x13])
})
