import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeValue } from './decode-value.js'

test('no whole number loses a digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
      const decoded = decodeValue('LONG', String(value))
      const isSmall = value >= -(2n ** 53n - 1n) && value <= 2n ** 53n - 1n
      return String(decoded) === String(value) && typeof decoded === (isSmall ? 'number' : 'bigint')
    }),
  )
})

test('every double comes back as it was', () => {
  fc.assert(
    fc.property(fc.double(), (value) => Object.is(decodeValue('DOUBLE', write(value)), value)),
  )
})

function write(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value)
}

test.each([
  { type: 'INT', text: '1.5' },
  { type: 'LONG', text: '' },
  { type: 'DOUBLE', text: '' },
  { type: 'DOUBLE', text: 'x' },
  { type: 'BOOLEAN', text: 'TRUE' },
])('"$text" is no $type', ({ type, text }) => {
  expect(decodeValue(type, text)).toBeUndefined()
})

test.each(['DECIMAL', 'STRING', 'DATE', 'TIMESTAMP', 'ARRAY', 'VARIANT', 'a type of tomorrow'])(
  '%s stays the text that it is',
  (type) => {
    expect(decodeValue(type, '0012.50')).toBe('0012.50')
    expect(decodeValue(type, null)).toBeNull()
  },
)
