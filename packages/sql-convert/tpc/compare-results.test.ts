import { expect, test } from 'vitest'
import { differenceOf } from './compare-results.js'

const rows = (...cells: readonly (readonly (string | null)[])[]) => ({
  types: ['numeric', 'text'],
  rows: cells,
})

test('numbers are equal to nine digits, whatever zeros they end in', () => {
  expect(differenceOf(rows(['1.50', 'a']), rows(['1.5', 'a']), true)).toBeUndefined()
  expect(differenceOf(rows(['1.5000001', 'a']), rows(['1.5', 'a']), true)).toContain('no row is')
})

test('NULL is neither zero nor an empty text', () => {
  expect(differenceOf(rows(['0', 'a']), rows([null, 'a']), true)).toContain('no row is (NULL, a)')
  expect(differenceOf(rows(['1', '']), rows(['1', null]), true)).toContain('no row is (1, NULL)')
})

test('the order counts where the query sorts', () => {
  const [one, other] = [rows(['1', 'a'], ['2', 'b']), rows(['2', 'b'], ['1', 'a'])]
  expect(differenceOf(one, other, true)).toContain('other order: row 1 is (1, a) for (2, b)')
  expect(differenceOf(one, other, false)).toBeUndefined()
})

test('a row that comes twice has to come twice', () => {
  const [one, other] = [rows(['1', 'a'], ['2', 'b']), rows(['1', 'a'], ['1', 'a'])]
  expect(differenceOf(one, other, false)).toContain('no row is (1, a); left are (2, b)')
})

test('a text of digits is no number', () => {
  const text = (cell: string) => ({ types: ['text'], rows: [[cell]] })
  expect(differenceOf(text('1.0'), text('1'), false)).toContain('no row is (1)')
})
