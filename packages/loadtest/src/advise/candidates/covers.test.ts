import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Coverage, covers } from './covers.js'

const key = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())
  .map(([column, descending]) => ({ sql: column, column, descending, nullsFirst: descending }))
const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: ({ column }) => column })
const index: fc.Arbitrary<Coverage> = fc.record({
  method: fc.constant('btree'),
  keys,
  include: fc.constant<string[]>([]),
})

const turned = ({ keys: all, ...rest }: Coverage): Coverage => ({
  ...rest,
  keys: all.map((one) => ({ ...one, descending: !one.descending, nullsFirst: !one.nullsFirst })),
})

test('an index does what each of its beginnings would, in both directions', () => {
  fc.assert(
    fc.property(index, fc.nat(2), (whole, length) => {
      const beginning = { ...whole, keys: whole.keys.slice(0, length + 1) }
      expect(covers(whole, beginning)).toBe(true)
      expect(covers(whole, turned(beginning))).toBe(true)
    }),
  )
})

test('a longer index, another first column and another condition are not covered', () => {
  fc.assert(
    fc.property(index, index, (one, other) => {
      if (other.keys.length > one.keys.length) expect(covers(one, other)).toBe(false)
      if (other.keys[0]?.column !== one.keys[0]?.column) expect(covers(one, other)).toBe(false)
      expect(covers(one, { ...one, where: 'a IS NULL' })).toBe(false)
    }),
  )
})

test('columns that are only carried along do for INCLUDE, and not for a key', () => {
  const [a, b] = ['a', 'b'].map((column) => ({
    sql: column,
    column,
    descending: false,
    nullsFirst: false,
  }))
  if (!a || !b) throw new Error('two keys')
  const carried = { method: 'btree', keys: [a], include: ['b'] }
  expect(covers({ method: 'btree', keys: [a, b], include: [] }, carried)).toBe(true)
  expect(covers(carried, { method: 'btree', keys: [a, b], include: [] })).toBe(false)
  expect(covers(carried, { method: 'btree', keys: [a], include: [] })).toBe(true)
})
