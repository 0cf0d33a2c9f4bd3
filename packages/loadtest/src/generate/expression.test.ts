import { expect, test } from 'vitest'
import { hashFnv1a, hashMurmur2 } from './hash.js'
import { permute } from './permute.js'

// What pgbench 15.18 prints for debug(…).
test.each([
  [hashMurmur2, 10, 5432, -5817877081768721676n],
  [hashMurmur2, -10, -5432, 5235125578500036403n],
  [hashMurmur2, 9223372036854775807n, 0, -6118008551640328833n],
  [hashFnv1a, 10, 5432, -7793829335365542153n],
  [hashFnv1a, 1, 1, -6284781860667377211n],
])('%o(%s, %s) is what pgbench says', (hash, value, seed, expected) => {
  expect(hash(value, seed)).toBe(expected)
})

test.each([
  [0, 2, 5432, 0],
  [0, 10, 5432, 6],
  [5, 1000, 54321, 203],
  [10000000000000001n, 10000000000000000n, 5432, 5811012249717114],
  [-1, 12345, 7, 6626],
])('permute(%s, %s, %s) is what pgbench says', (value, size, seed, expected) => {
  expect(permute(value, size, seed)).toBe(expected)
})

test('permute gives each number below its size once', () => {
  const seen = Array.from({ length: 1000 }, (_, value) => Number(permute(value, 1000, 42)))
  expect(seen.toSorted((a, b) => a - b)).toEqual([...Array(1000).keys()])
})
