import { expect, test } from 'vitest'
import { inferSchema } from './infer-schema.js'
import { readSchema } from './read-schema.js'

// Answers of Spark 4.0.1.
test.each([
  ['{"b": 1, "a": 2.0}', 'STRUCT<a: DOUBLE, b: BIGINT>'],
  ['[{"x": 1}, {"x": 1.5, "y": null}]', 'ARRAY<STRUCT<x: DOUBLE, y: STRING>>'],
  ['[1, "a"]', 'ARRAY<STRING>'],
  ['[]', 'ARRAY<STRING>'],
  ['{"a": {"b": {}}}', 'STRUCT<>'],
  ['[{}]', 'ARRAY<STRUCT<>>'],
  ['{"a": {}, "b": 1}', 'STRUCT<b: BIGINT>'],
  ['12345678901234567890', 'DECIMAL(20,0)'],
  ['{"a b": true}', 'STRUCT<`a b`: BOOLEAN>'],
  ['{"n": "1"}', 'STRUCT<n: STRING>'],
])('%s has the schema %s', (json, schema) => {
  expect(inferSchema(json)).toBe(schema)
})

test('text that is no JSON has none', () => {
  expect(inferSchema('{"a": ')).toBeUndefined()
})

test('a schema is a type, or a list of fields', () => {
  expect(readSchema('a INT, b ARRAY<STRING>')).toEqual(
    readSchema('STRUCT<a: INT, b: ARRAY<STRING>>'),
  )
  expect(readSchema('a INT,')).toBeUndefined()
  expect(readSchema('a "INT')).toBeUndefined()
})
