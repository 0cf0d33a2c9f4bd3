import { expect, test } from 'vitest'
import { isObjectName, plainSourceName, sourceParts } from './source-name.js'

test.each([
  { name: 'main.shop.orders', parts: ['main', 'shop', 'orders'] },
  { name: 'main.`my-shop`.`Größe`', parts: ['main', 'my-shop', 'Größe'] },
  { name: '`a.b`.c.d', parts: ['a.b', 'c', 'd'] },
  { name: '`a``b`.c.d', parts: ['a`b', 'c', 'd'] },
  { name: 'shop.orders', parts: undefined },
  { name: 'a.b.c.d', parts: undefined },
  { name: 'a..c', parts: undefined },
  { name: '`a.b.c', parts: undefined },
  { name: 'a.b`c`.d', parts: undefined },
  { name: '', parts: undefined },
])('$name has the parts $parts', ({ name, parts }) => {
  expect(sourceParts(name)).toEqual(parts)
})

test('the API takes a name without back-ticks', () => {
  expect(plainSourceName('main.`my-shop`.orders')).toBe('main.my-shop.orders')
})

test.each(['a.b', 'a b', 'a/b', 'a\u0000', 'a'.repeat(256)])('%j is no object name', (part) => {
  expect(isObjectName(part)).toBe(false)
})
