import { expect, test } from 'vitest'
import { createConverter } from '../convert/create-converter.js'

function converted(sql: string) {
  const [statement] = createConverter().convert(sql).statements
  return { sql: statement?.sql[0], parameters: statement?.parameters }
}

test('a ? has the number of its place in the source, wherever the lowering comes by first', () => {
  expect(converted('SELECT ? AS a, t.b FROM t JOIN u ON t.c = ? WHERE t.d > ? LIMIT ?')).toEqual({
    sql: 'SELECT $1 AS a, t.b FROM t JOIN u ON t.c = $2 WHERE t.d > $3 LIMIT $4',
    parameters: ['?', '?', '?', '?'],
  })
})

test('a name is one parameter however often it stands', () => {
  expect(converted('SELECT a FROM t WHERE a = :x AND b = :y AND c = :x')).toEqual({
    sql: 'SELECT a FROM t WHERE a = $1 AND b = $2 AND c = $1',
    parameters: [':x', ':y'],
  })
})

test('$n keeps its number, and others get numbers that are free', () => {
  expect(converted('SELECT a FROM t WHERE a = $2 AND b = ? AND c = $1')).toEqual({
    sql: 'SELECT a FROM t WHERE a = $2 AND b = $3 AND c = $1',
    parameters: ['$1', '$2', '?'],
  })
})

test('an alias that is used again brings its parameter along, with the same number', () => {
  expect(converted('SELECT a + :n AS b, count(*) FROM t GROUP BY b').parameters).toEqual([':n'])
})
