import { expect, test } from 'vitest'
import { createConverter } from '../../src/convert/create-converter.js'
import { verifyStatement } from '../../src/verify/verify-script.js'

const SOURCE = 'SELECT sku, price FROM items WHERE price > :least ORDER BY price LIMIT 5 SETTINGS'

async function censusOf(sql: string) {
  const [statement] = createConverter().convert(SOURCE).statements
  expect(statement).toMatchObject({ status: 'parse_error' })
  if (!statement) throw new Error('one statement')
  return (await verifyStatement(SOURCE, { ...statement, sql: [sql] })).census
}

test.each([
  ['a condition', 'SELECT sku, price, settings FROM items ORDER BY price LIMIT $1', 'where'],
  ['a limit', 'SELECT sku, price, settings FROM items WHERE price > $1 ORDER BY price', 'limit'],
  ['an order', 'SELECT sku, price, settings FROM items WHERE price > $1 LIMIT 5', 'order key'],
  ['a name', 'SELECT price, settings FROM items WHERE price > $1 ORDER BY price LIMIT 5', 'sku'],
  [
    'a parameter',
    'SELECT sku, price, settings FROM items WHERE price > 1 ORDER BY price LIMIT 5',
    '$1',
  ],
])('what cannot be read is counted by its words: %s that got lost', async (_, sql, lost) => {
  expect(JSON.stringify(await censusOf(sql))).toContain(lost)
})

test('what has all the words passes', async () => {
  const sql = 'SELECT sku, price FROM items AS settings WHERE price > $1 ORDER BY price LIMIT 5'
  expect(await censusOf(sql)).toEqual({ outcome: 'passed' })
})
