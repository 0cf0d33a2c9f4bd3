import { expect, test } from 'vitest'
import { parseDatabricksType } from '../type/databricks-type.js'
import { postgresType } from '../type/postgres-type.js'
import { tupleLength } from './tuple-length.js'

function typesOf(types: readonly string[]) {
  return types.map((type) => postgresType(parseDatabricksType(type, 'type'), 'type'))
}

test.each<{
  what: string
  types: readonly string[]
  lengths: readonly (number | null)[]
  bytes: number
}>([
  { what: 'header of 23 rounded to 24', types: ['BOOLEAN'], lengths: [1], bytes: 25 },
  {
    what: 'bigint and two int',
    types: ['BIGINT', 'INT', 'INT'],
    lengths: [8, 4, 4],
    bytes: 24 + 16,
  },
  {
    what: 'int before bigint leaves a hole of 4',
    types: ['INT', 'BIGINT'],
    lengths: [4, 8],
    bytes: 24 + 16,
  },
  {
    what: 'a null takes a bit that fits into the header',
    types: ['INT', 'INT'],
    lengths: [4, null],
    bytes: 24 + 4,
  },
  {
    what: 'nine columns with a null need a second bitmap byte',
    types: Array(9).fill('INT'),
    lengths: [null, 4, 4, 4, 4, 4, 4, 4, 4],
    bytes: 32 + 32,
  },
  {
    what: '126 bytes of text have a header of 1',
    types: ['STRING'],
    lengths: [126],
    bytes: 24 + 127,
  },
  {
    what: '127 bytes of text have a header of 4',
    types: ['STRING'],
    lengths: [127],
    bytes: 24 + 131,
  },
  {
    what: 'a short text is not aligned',
    types: ['BOOLEAN', 'STRING'],
    lengths: [1, 5],
    bytes: 24 + 1 + 6,
  },
  {
    what: 'a long text is aligned to 4',
    types: ['BOOLEAN', 'STRING'],
    lengths: [1, 200],
    bytes: 24 + 4 + 204,
  },
  { what: 'an empty text is its header', types: ['STRING'], lengths: [0], bytes: 25 },
  { what: 'a numeric of two digits', types: ['DECIMAL(10,2)'], lengths: [6], bytes: 24 + 7 },
  {
    what: 'an interval aligns to 8',
    types: ['INT', 'INTERVAL DAY TO SECOND'],
    lengths: [4, 16],
    bytes: 24 + 8 + 16,
  },
])('$what: $bytes bytes', ({ types, lengths, bytes }) => {
  const row = lengths.map((length) => (length === null ? null : { length }))
  expect(tupleLength(typesOf(types), row)).toBe(bytes)
})
