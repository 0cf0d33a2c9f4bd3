import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../catalog/catalog.js'
import { quoteName } from '../quote.js'
import type { Candidate } from './candidate.js'
import { createIndexSql } from './create-index.js'
import { indexName } from './index-name.js'

function tableOf(name: string): Table {
  const zero = { rows: 0, bytes: 0, scans: 0, inserted: 0, updated: 0, updatedHot: 0 }
  const none = { definition: null, columns: [], indexes: [], isVisible: true }
  return { schema: 'public', name, kind: 'r', ...zero, ...none }
}

function candidateOf(table: string, [first, ...rest]: readonly [string, ...string[]]): Candidate {
  const key = (column: string) => ({
    sql: quoteName(column),
    column,
    descending: false,
    nullsFirst: false,
  })
  return {
    table: tableOf(table),
    method: 'btree',
    keys: [key(first), ...rest.map(key)],
    include: [],
  }
}

const identifier = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((name) => !name.includes('\u0000'))
const columns = fc.tuple(identifier, identifier, identifier)

test('a name has at most 63 bytes, no half character, is free and always the same', () => {
  fc.assert(
    fc.property(identifier, columns, (table, keys) => {
      const candidate = candidateOf(table, keys)
      const taken = new Set<string>()
      for (let again = 0; again < 3; again++) {
        const name = indexName(candidate, taken)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63)
        expect(Buffer.from(name).toString()).toBe(name)
        expect(taken.has(name)).toBe(false)
        expect(indexName(candidate, taken)).toBe(name)
        taken.add(name)
      }
    }),
  )
})

test('a short name is the one that Postgres itself would give', () => {
  expect(indexName(candidateOf('orders', ['customer_id', 'placed_at']), new Set())).toBe(
    'orders_customer_id_placed_at_idx',
  )
})

test('a name that is taken gets a hash of the definition', () => {
  const candidate = candidateOf('orders', ['customer_id'])
  const taken = new Set(['orders_customer_id_idx'])
  expect(indexName(candidate, taken)).toMatch(/^orders_customer_id_[0-9a-f]{6}_idx$/)
})

test('hostile names are quoted', () => {
  const candidate = candidateOf('t"; DROP TABLE x; --', ['a"b', 'select', 'Größe'])
  expect(createIndexSql(candidate, indexName(candidate, new Set()))).toBe(
    'CREATE INDEX CONCURRENTLY IF NOT EXISTS "t""; DROP TABLE x; --_a""b_select_Größe_idx" ON public."t""; DROP TABLE x; --" ("a""b", "select", "Größe")',
  )
})
