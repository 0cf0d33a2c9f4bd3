import { expect, test } from 'vitest'
import { PRINTER } from '../postgres/printer.js'
import { arrayOf, BINARY, decimal, INT, type SparkType, STRING } from '../type/spark-type.js'
import { type Bound, boundText } from './bound.js'
import { fromJson, toJson, toJsonArgument } from './json-value.js'

const STRUCT: SparkType = { kind: 'struct', fields: [{ name: 'a', type: INT }] }

function column(type: SparkType): Bound {
  return { pg: { kind: 'name', parts: ['c'] }, type }
}

function print({ pg }: Bound): string {
  return PRINTER.expression(pg)
}

test.each([
  { type: INT, sql: 'to_jsonb(c)' },
  { type: BINARY, sql: "to_jsonb(encode(c, 'hex'))" },
  { type: arrayOf(STRING), sql: 'to_jsonb(c)' },
  { type: arrayOf(BINARY), sql: 'spark_compat.bytes_to_json(c)' },
  { type: STRUCT, sql: 'c' },
])('$type.kind becomes jsonb as $sql', ({ type, sql }) => {
  expect(print(toJson(column(type)))).toBe(sql)
})

test('a literal has its type told, but for functions that take anything', () => {
  expect(print(toJson(boundText('x')))).toBe("to_jsonb('x'::text)")
  expect(print(toJsonArgument(boundText('x')))).toBe("'x'")
})

test.each([
  { type: INT, sql: "(c #>> '{}')::int" },
  { type: STRING, sql: "(c #>> '{}')" },
  { type: decimal(10, 2), sql: "(c #>> '{}')::numeric(10,2)" },
  { type: BINARY, sql: "decode((c #>> '{}'), 'hex')" },
  { type: arrayOf(INT), sql: 'spark_compat.json_to_texts(c)::int[]' },
  { type: STRUCT, sql: "nullif(c, 'null'::jsonb)" },
])('jsonb becomes $type.kind as $sql', ({ type, sql }) => {
  expect(print(fromJson(column({ kind: 'variant' }), type))).toBe(sql)
})
