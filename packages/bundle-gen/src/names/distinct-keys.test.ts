import { expect, test } from 'vitest'
import { distinctKeys } from './distinct-keys.js'

test('names that differ give keys as they read', () => {
  expect(distinctKeys('st', ['shop.orders', 'shop.Order-Items'])).toEqual([
    'st_shop_orders',
    'st_shop_order_items',
  ])
})

test('names that would give one key get a hash, whatever their order', () => {
  const [first, second] = distinctKeys('st', ['a_b.c', 'a.b_c'])
  expect(first).toMatch(/^st_a_b_c_[0-9a-f]{8}$/)
  expect(second).toMatch(/^st_a_b_c_[0-9a-f]{8}$/)
  expect(first).not.toBe(second)
  expect(distinctKeys('st', ['a.b_c', 'a_b.c'])).toEqual([second, first])
})

test('equal names give keys that differ', () => {
  const keys = distinctKeys('sync', ['m', 'm', 'm'])
  expect(new Set(keys).size).toBe(3)
})

test('a name of signs alone still gives a key', () => {
  expect(distinctKeys('sync', ['--'])[0]).toMatch(/^sync_[0-9a-f]{8}$/)
})
