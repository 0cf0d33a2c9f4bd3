import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeJsonb, jsonbLength } from './encode-jsonb.js'
import type { JsonValue } from './json-value.js'

interface Recorded {
  readonly document: JsonValue
  readonly bytes: number
}

const file = new URL('../../../test/storage/jsonb-lengths.json', import.meta.url)
const { cases }: { cases: readonly Recorded[] } = JSON.parse(readFileSync(file, 'utf8'))

describe('jsonbLength', () => {
  test.each(cases.map((one) => ({ ...one, text: JSON.stringify(one.document).slice(0, 60) })))(
    '$text takes $bytes bytes, as in PostgreSQL 17',
    ({ document, bytes }) => expect(jsonbLength(document)).toBe(bytes),
  )

  test.each<{ what: string; document: JsonValue; bytes: number }>([
    { what: 'header only', document: [], bytes: 4 },
    { what: 'header, entry, 3 bytes', document: ['abc'], bytes: 4 + 4 + 3 },
    {
      what: 'true, false and null are their entries',
      document: [true, false, null],
      bytes: 4 + 12,
    },
    { what: 'a number has its own header', document: [1], bytes: 4 + 4 + (4 + 2 + 2) },
    { what: 'a number starts at a multiple of 4', document: ['a', 1], bytes: 4 + 8 + 1 + 3 + 8 },
    { what: 'a pair has two entries', document: { k: 'v' }, bytes: 4 + 8 + 2 },
    { what: 'a scalar is an array of one', document: 'abc', bytes: 4 + 4 + 3 },
  ])('$what', ({ document, bytes }) => expect(jsonbLength(document)).toBe(bytes))
})

test('keys are sorted by length, then by bytes, before the values', () => {
  const text = new TextDecoder('latin1').decode(encodeJsonb({ bb: 'B', c: 'C', a: 'A' }))
  expect(text.slice(4 + 6 * 4)).toBe('acbbACB')
})

test('a header holds the count and the kind of the container, little-endian', () => {
  expect([...encodeJsonb([]).slice(0, 4)]).toEqual([0, 0, 0, 0x40])
  expect([...encodeJsonb({ a: 1 }).slice(0, 4)]).toEqual([1, 0, 0, 0x20])
  expect([...encodeJsonb(null).slice(0, 4)]).toEqual([1, 0, 0, 0x50])
})
