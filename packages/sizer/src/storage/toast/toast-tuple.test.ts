import { describe, expect, test } from 'vitest'
import { parseDatabricksType } from '../type/databricks-type.js'
import { postgresType } from '../type/postgres-type.js'
import { chunkLengths } from './chunk-lengths.js'
import { toastTuple } from './toast-tuple.js'

const types = ['BIGINT', 'STRING', 'STRING'].map((type) =>
  postgresType(parseDatabricksType(type, 'type'), 'type'),
)
const row = (one: number, other: number) => [{ length: 8 }, { length: one }, { length: other }]

const never = () => undefined
const toTenth = (_column: number, { length }: { length: number }) => Math.round(length / 10)

describe('toastTuple', () => {
  test.each([
    // 24 + 8 + 4 + 1996 = 2032
    {
      what: 'a tuple of 2,032 bytes stays',
      row: row(1995, 0),
      compress: never,
      length: 2032,
      external: [],
    },
    {
      what: 'a longer one moves its longest value out',
      row: row(1996, 0),
      compress: never,
      length: 24 + 8 + 18 + 1,
      external: [1996],
    },
    {
      what: 'or compresses it: 4 bytes of length, 4 of method',
      row: row(3000, 0),
      compress: toTenth,
      length: 24 + 8 + 308 + 1,
      external: [],
    },
    {
      what: 'a compressed value has a long header, aligned',
      row: row(50, 3000),
      compress: toTenth,
      length: 24 + 60 + 308,
      external: [],
    },
    {
      what: 'too long even when compressed: it moves out compressed',
      row: row(30_000, 9),
      compress: toTenth,
      length: 24 + 8 + 18 + 10,
      external: [3004],
    },
    {
      what: 'only as many values as needed',
      row: row(1500, 1400),
      compress: never,
      length: 24 + 8 + 18 + 2 + 1404,
      external: [1500],
    },
  ])('$what', ({ row: values, compress, length, external }) => {
    expect(toastTuple(types, values, compress)).toEqual({ length, external })
  })

  test('nulls and short values stay where they are', () => {
    const wide = Array.from({ length: 300 }, () => types[0]).flatMap((type) => type ?? [])
    const { length, external } = toastTuple(
      wide,
      wide.map(() => ({ length: 8 })),
      never,
    )
    expect({ length, external }).toEqual({ length: 24 + 2400, external: [] })
  })
})

describe('chunkLengths', () => {
  test.each([
    { value: 0, chunks: [] },
    { value: 1, chunks: [24 + 8 + 4 + 1] },
    { value: 1996, chunks: [2032] },
    { value: 5000, chunks: [2032, 2032, 36 + 1008] },
  ])('a value of $value bytes', ({ value, chunks }) => expect(chunkLengths(value)).toEqual(chunks))
})
