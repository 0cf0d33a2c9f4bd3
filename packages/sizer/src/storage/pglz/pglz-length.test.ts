import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compressibleText, type TextKind } from '../../../test/storage/compressible-text.js'
import { pglzLength } from './pglz-length.js'

interface Recorded {
  readonly kind: TextKind
  readonly length: number
  readonly seed: number
  readonly compressed: number | null
}

const file = new URL('../../../test/storage/pglz-lengths.json', import.meta.url)
const { cases }: { cases: readonly Recorded[] } = JSON.parse(readFileSync(file, 'utf8'))

test.each(cases)('$kind of $length bytes becomes $compressed, as in PostgreSQL 17', (recorded) => {
  const text = compressibleText(recorded.kind, recorded.length, recorded.seed)
  expect(pglzLength(new TextEncoder().encode(text)) ?? null).toBe(recorded.compressed)
})

test('the recorded cases hold values that compress and values that do not', () => {
  const compressed = cases.filter((one) => one.compressed !== null)
  expect(compressed.length).toBeGreaterThan(50)
  expect(compressed.length).toBeLessThan(cases.length)
})
