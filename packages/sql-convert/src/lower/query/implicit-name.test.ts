import { expect, test } from 'vitest'
import { createConverter } from '../../convert/create-converter.js'

const TABLE = 'CREATE TABLE orders (oid BIGINT, total DECIMAL(12,2));\n'

function converted(sql: string): string {
  const [, statement] = createConverter().convert(TABLE + sql).statements
  return statement?.sql.join('; ').replaceAll(/\s+/g, ' ') ?? ''
}

test.each([
  [
    'SELECT oid, cast(oid AS string) FROM orders ORDER BY oid',
    'oid::text AS "cast(oid as string)"',
  ],
  ['SELECT total, if(oid > 1, 0, total) FROM orders ORDER BY total', 'ELSE total END AS "if('],
  ['SELECT *, cast(oid AS int) FROM orders ORDER BY oid', 'oid::int AS "cast(oid as int)"'],
])('%s: what Postgres would call as another column has a name', (sql, said) => {
  expect(converted(sql)).toContain(said)
})

test.each([
  'SELECT oid, upper(cast(total AS string)) FROM orders',
  'SELECT cast(oid AS string) FROM orders',
])('%s: other columns have none', (sql) => {
  expect(converted(sql)).toMatch(/^SELECT .*::text/)
  expect(converted(sql)).not.toContain(' AS ')
})
