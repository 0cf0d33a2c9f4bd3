import { expect, test } from 'vitest'
import { digitsOf, readNumberPicture } from './number-picture.js'

test('a format is taken apart', () => {
  expect(readNumberPicture('S$99G999D99')).toEqual({
    whole: '99,999',
    fraction: 2,
    currency: true,
    sign: 'S before',
  })
})

test('commas are no digits', () => {
  const picture = readNumberPicture('9,999')
  expect(picture && digitsOf(picture)).toBe(4)
})

test.each(['', '99X', '99$', 'S99S', '909', '9.9.9', '99.'])('%j is refused', (format) => {
  expect(readNumberPicture(format)).toBeUndefined()
})
