import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateTableSize } from './estimate-table-size.js'
import type { TableSize } from './table-size.js'
import type { ColumnStats, IndexStats, SampleCell, TableStats } from './table-stats.js'

const TYPES = [
  'BIGINT',
  'INT',
  'BOOLEAN',
  'DOUBLE',
  'DATE',
  'DECIMAL(12,2)',
  'STRING',
  'BINARY',
  'ARRAY<INT>',
]
const RUNS = { numRuns: 15 }
const TIMEOUT_MS = 60_000

const columns: fc.Arbitrary<readonly ColumnStats[]> = fc
  .array(fc.record({ type: fc.constantFrom(...TYPES), nullable: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.map((column, at) => ({ name: `c${at}`, ...column })))

const rows = fc.integer({ min: 0, max: 50_000_000 })
const pk: IndexStats = { name: 'pk', columns: ['c0'], unique: true }
const plain: IndexStats = { name: 'plain', columns: ['c0'], unique: false }

function expectOrdered(size: TableSize): void {
  for (const { lowBytes, bytes, highBytes } of [
    { lowBytes: size.lowBytes, bytes: size.totalBytes, highBytes: size.highBytes },
    ...size.indexes,
  ]) {
    expect(lowBytes).toBeLessThanOrEqual(bytes)
    expect(bytes).toBeLessThanOrEqual(highBytes)
    expect(Number.isFinite(highBytes)).toBe(true)
    expect(lowBytes).toBeGreaterThanOrEqual(0)
  }
  const parts =
    size.heapBytes + size.toastBytes + size.indexes.reduce((sum, one) => sum + one.bytes, 0)
  expect(size.totalBytes).toBe(parts)
}

test(
  'from columns alone: low <= expected <= high, the parts make the total, and indexes only add',
  () =>
    fc.assert(
      fc.property(columns, rows, (list, count) => {
        const table: TableStats = {
          rows: count,
          columns: list,
          indexes: [pk],
          evidence: { kind: 'ddl' },
        }
        const size = estimateTableSize(table)
        expectOrdered(size)
        const more = estimateTableSize({ ...table, indexes: [pk, plain] })
        expectOrdered(more)
        expect(more.heapBytes).toBe(size.heapBytes)
        expect(more.totalBytes).toBeGreaterThan(size.totalBytes)
      }),
      RUNS,
    ),
  TIMEOUT_MS,
)

test(
  'a tenth more rows never make a smaller table',
  () =>
    fc.assert(
      fc.property(columns, rows, (list, count) => {
        const table = { columns: list, indexes: [pk, plain], evidence: { kind: 'ddl' } } as const
        const size = estimateTableSize({ ...table, rows: count })
        const larger = estimateTableSize({ ...table, rows: Math.ceil(count * 1.1) })
        expect(larger.totalBytes).toBeGreaterThanOrEqual(size.totalBytes)
      }),
      RUNS,
    ),
  TIMEOUT_MS,
)

/** Longer rows may be compressed, and smaller for it. */
const WITHIN_A_TUPLE = 1900

test('equal rows: a sample and the statistics agree within 1 %, and a longer text never takes less', () => {
  const width = fc.integer({ min: 0, max: WITHIN_A_TUPLE })
  return fc.assert(
    fc.property(width, width, rows, (one, other, count) => {
      const [short, long] = one < other ? [one, other] : [other, one]
      const size = byStatistics(short, count)
      expect(byStatistics(long, count).totalBytes).toBeGreaterThanOrEqual(size.totalBytes)
      const sampled = bySample(short, count)
      expectOrdered(sampled)
      expect(Math.abs(sampled.totalBytes - size.totalBytes)).toBeLessThanOrEqual(
        size.totalBytes / 100,
      )
    }),
    RUNS,
  )
})

const TWO_COLUMNS: readonly ColumnStats[] = [
  { name: 'c0', type: 'INT', nullable: false },
  { name: 'c1', type: 'STRING', nullable: false },
]

function byStatistics(averageLength: number, count: number): TableSize {
  return estimateTableSize({
    rows: count,
    columns: TWO_COLUMNS,
    indexes: [pk],
    evidence: {
      kind: 'statistics',
      columns: { c1: { nullFraction: 0, width: { kind: 'bytes', averageLength } } },
    },
  })
}

function bySample(length: number, count: number): TableSize {
  const row: Record<string, SampleCell> = { c0: { kind: 'fixed' }, c1: { kind: 'bytes', length } }
  return estimateTableSize({
    rows: count,
    columns: TWO_COLUMNS,
    indexes: [pk],
    evidence: { kind: 'sample', rows: Array.from({ length: 100 }, () => row) },
  })
}
