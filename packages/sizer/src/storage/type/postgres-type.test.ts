import { describe, expect, test } from 'vitest'
import { StorageInputError } from '../storage-input-error.js'
import { parseDatabricksType } from './databricks-type.js'
import { postgresType } from './postgres-type.js'

const map = (text: string) => postgresType(parseDatabricksType(text, 'type'), 'type')

describe('postgresType', () => {
  test.each([
    { text: 'BIGINT', name: 'bigint', length: 8, alignment: 8 },
    { text: 'int', name: 'integer', length: 4, alignment: 4 },
    { text: 'SMALLINT', name: 'smallint', length: 2, alignment: 2 },
    { text: 'TINYINT', name: 'smallint', length: 2, alignment: 2 },
    { text: 'BOOLEAN', name: 'boolean', length: 1, alignment: 1 },
    { text: 'FLOAT', name: 'real', length: 4, alignment: 4 },
    { text: 'DOUBLE', name: 'double precision', length: 8, alignment: 8 },
    { text: 'DATE', name: 'date', length: 4, alignment: 4 },
    { text: 'TIMESTAMP', name: 'timestamp with time zone', length: 8, alignment: 8 },
    { text: 'TIMESTAMP_NTZ', name: 'timestamp without time zone', length: 8, alignment: 8 },
    { text: 'INTERVAL YEAR TO MONTH', name: 'interval', length: 16, alignment: 8 },
  ])('$text is $name of $length bytes', ({ text, ...type }) => {
    expect(map(text)).toEqual({ kind: 'fixed', ...type })
  })

  test.each([
    { text: 'STRING', name: 'text' },
    { text: 'STRING COLLATE UTF8_BINARY', name: 'text' },
    { text: ' varchar( 20 ) ', name: 'text' },
    { text: 'BINARY', name: 'bytea' },
    { text: 'DECIMAL(10,2)', name: 'numeric' },
    { text: 'decimal', name: 'numeric' },
    { text: 'ARRAY<STRING>', name: 'jsonb' },
    { text: 'map<string, array<int>>', name: 'jsonb' },
    { text: "STRUCT<a: INT NOT NULL COMMENT 'it''s', `b c` STRING>", name: 'jsonb' },
    { text: 'STRUCT<>', name: 'jsonb' },
  ])('$text is $name', ({ text, name }) => expect(map(text).name).toBe(name))

  test.each(['VARIANT', 'GEOGRAPHY(4326)', 'OBJECT', 'ARRAY<VARIANT>', 'STRUCT<a: GEOMETRY>'])(
    '%s cannot be synced',
    (text) =>
      expect(() => map(text)).toThrow(expect.objectContaining({ code: 'unsupported_type' })),
  )

  test.each([
    '',
    'ARRAY<',
    'ARRAY<INT>>',
    'LIST<INT>',
    'DECIMAL(10',
    'DECIMAL(a)',
    'MAP<INT>',
    '<',
    'a;b',
  ])('%j is no type', (text) => {
    expect(() => map(text)).toThrow(StorageInputError)
    expect(() => map(text)).toThrow(
      expect.objectContaining({ code: 'malformed_type', path: 'type' }),
    )
  })
})
