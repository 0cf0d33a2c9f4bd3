import { expect, test } from 'vitest'
import { estimateTableSize } from './estimate-table-size.js'
import type { TableSize } from './table-size.js'
import type { SampleRow } from './table-stats.js'

/** Bytes that nothing compresses. PostgreSQL 17 takes 2,692 of them as a key and refuses 2,693. */
function keyed(rows: number, lengths: readonly number[]): TableSize {
  const sample = lengths.map(
    (length): SampleRow => ({ id: { kind: 'bytes', length }, n: { kind: 'fixed' } }),
  )
  return estimateTableSize({
    rows,
    columns: [
      { name: 'id', type: 'BINARY', nullable: false },
      { name: 'n', type: 'INT', nullable: false },
    ],
    indexes: [{ name: 'pk', columns: ['id'], unique: true }],
    evidence: { kind: 'sample', rows: sample },
  })
}

test.each([1, 2, 3, 1_000_000])(
  '%d rows with keys that no index takes still have a size',
  (rows) => {
    const size = keyed(rows, [9000])
    expect(size.indexes[0]?.refusedShare).toBe(1)
    expect(Number.isSafeInteger(size.indexes[0]?.bytes)).toBe(true)
    expect(size.why).toContain('PostgreSQL refuses 100 % of the rows: keys of pk above 2,704 bytes')
  },
)

test('one key in four is too long: so many rows are refused', () => {
  expect(keyed(1000, [10, 20, 30, 3000]).indexes[0]?.refusedShare).toBe(0.25)
})

test.each([
  { length: 2692, refused: 0 },
  { length: 2693, refused: 1 },
])('a key of $length bytes: refused $refused', ({ length, refused }) => {
  expect(keyed(1000, [length]).indexes[0]?.refusedShare).toBe(refused)
})
