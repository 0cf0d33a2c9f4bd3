import { describe, expect, test } from 'vitest'
import { compressibleText } from '../../test/storage/compressible-text.js'
import { estimateTableSize } from './estimate-table-size.js'
import type { ColumnStatistics, ColumnStats, IndexStats, TableStats } from './table-stats.js'

interface Golden {
  readonly what: string
  readonly columns: Readonly<Record<string, string>>
  readonly widths: Readonly<Record<string, number>>
  readonly heap: number
  readonly index: number
}

const ROWS = 2_000_000

/** Bytes a row, measured on PostgreSQL 15.18 and 17. */
const GOLDEN: readonly Golden[] = [
  {
    what: 'bigint, int, int',
    columns: { id: 'BIGINT', a: 'INT', b: 'INT' },
    widths: {},
    heap: 44.3,
    index: 22.5,
  },
  {
    what: 'bigint and six doubles',
    columns: {
      id: 'BIGINT',
      a: 'DOUBLE',
      b: 'DOUBLE',
      c: 'DOUBLE',
      d: 'DOUBLE',
      e: 'DOUBLE',
      f: 'DOUBLE',
    },
    widths: {},
    heap: 84.5,
    index: 22.5,
  },
  {
    what: 'bigint and a text of 992 bytes',
    columns: { id: 'BIGINT', t: 'STRING' },
    widths: { t: 992 },
    heap: 1170.3,
    index: 22.5,
  },
]

test.each(GOLDEN)(
  '$what: $heap bytes a row, $index in the primary key',
  ({ columns, widths, heap, index }) => {
    const size = estimateTableSize({
      rows: ROWS,
      columns: columnsOf(columns),
      indexes: [primaryKey('id')],
      evidence: { kind: 'statistics', columns: widthsOf(widths) },
    })
    expect(size.heapBytes / ROWS).toBeCloseTo(heap, 0)
    expect(Math.abs(size.heapBytes / ROWS / heap - 1)).toBeLessThan(0.002)
    expect(Math.abs((size.indexes[0]?.bytes ?? 0) / ROWS / index - 1)).toBeLessThan(0.005)
    expect(size.indexes[0]?.highBytes).toBeLessThan((size.indexes[0]?.bytes ?? 0) * 1.02)
  },
)

test('a uuid as text takes 76.6 bytes a row, and up to 75.8 in the primary key when it comes at random', () => {
  const size = estimateTableSize({
    rows: ROWS,
    columns: columnsOf({ id: 'STRING', n: 'INT' }),
    indexes: [primaryKey('id')],
    evidence: { kind: 'statistics', columns: widthsOf({ id: 36 }) },
  })
  expect(Math.abs(size.heapBytes / ROWS / 76.6 - 1)).toBeLessThan(0.002)
  const [index] = size.indexes
  expect((index?.highBytes ?? 0) / ROWS).toBeGreaterThan(75.8)
  expect((index?.highBytes ?? 0) / ROWS).toBeLessThan(58 * 1.45)
  expect((index?.bytes ?? 0) / ROWS).toBeLessThan(60)
})

function columnsOf(types: Readonly<Record<string, string>>): readonly ColumnStats[] {
  return Object.entries(types).map(([name, type]) => ({ name, type, nullable: false }))
}

function widthsOf(
  widths: Readonly<Record<string, number>>,
): Readonly<Record<string, ColumnStatistics>> {
  return Object.fromEntries(
    Object.entries(widths).map(([name, averageLength]) => [
      name,
      { nullFraction: 0, width: { kind: 'bytes', averageLength } },
    ]),
  )
}

function primaryKey(column: string): IndexStats {
  return { name: 'pk', columns: [column], unique: true }
}

const DOCUMENTS: Omit<TableStats, 'evidence'> = {
  rows: 100_000,
  columns: columnsOf({ id: 'BIGINT', body: 'STRING' }),
  indexes: [primaryKey('id')],
}
const document = new TextEncoder().encode(compressibleText('words', 8000, 1))

test('with the values, compression is computed; without, it is assumed and the range is wide', () => {
  const known = estimateTableSize({
    ...DOCUMENTS,
    evidence: {
      kind: 'sample',
      rows: [{ id: { kind: 'fixed' }, body: { kind: 'bytes', value: document } }],
    },
  })
  const unknown = estimateTableSize({
    ...DOCUMENTS,
    evidence: {
      kind: 'sample',
      rows: [{ id: { kind: 'fixed' }, body: { kind: 'bytes', length: document.length } }],
    },
  })
  expect(known.highBytes / known.lowBytes).toBeLessThan(1.02)
  expect(unknown.highBytes / unknown.lowBytes).toBeGreaterThan(2)
  expect(unknown.lowBytes).toBeLessThan(known.totalBytes)
  expect(unknown.highBytes).toBeGreaterThan(known.totalBytes)
  expect(unknown.why).toContain('compression assumed for body')
  expect(known.why).not.toContain('compression assumed')
})

test('values that moved out are counted with their own index', () => {
  const size = estimateTableSize({
    ...DOCUMENTS,
    evidence: { kind: 'statistics', columns: widthsOf({ body: 20_000 }) },
  })
  // 12,000 bytes after compression at the assumed 60 %: 7 chunks
  expect(size.toastHeapBytes / DOCUMENTS.rows).toBeGreaterThan(12_000)
  expect(size.toastIndexBytes).toBeGreaterThan(700_000 * 20)
  expect(size.toastBytes).toBe(size.toastHeapBytes + size.toastIndexBytes)
  expect(size.heapBytes / DOCUMENTS.rows).toBeLessThan(62)
})

test('a table without rows is a metapage for each index', () => {
  const size = estimateTableSize({ ...DOCUMENTS, rows: 0, evidence: { kind: 'sample', rows: [] } })
  expect(size).toMatchObject({
    heapBytes: 0,
    toastHeapBytes: 0,
    toastIndexBytes: 8192,
    totalBytes: 16_384,
  })
})

test('a column may be called constructor', () => {
  const table = { rows: 10, columns: columnsOf({ constructor: 'INT' }), indexes: [] }
  const size = estimateTableSize({ ...table, evidence: { kind: 'statistics', columns: {} } })
  expect(size.heapBytes).toBe(8192)
  expect(() => estimateTableSize({ ...table, evidence: { kind: 'sample', rows: [{}] } })).toThrow(
    expect.objectContaining({ code: 'missing' }),
  )
})

test('why says what the size rests on', () => {
  const sampled = estimateTableSize({
    ...DOCUMENTS,
    evidence: {
      kind: 'sample',
      rows: [{ id: { kind: 'fixed' }, body: { kind: 'bytes', length: 10 } }],
    },
  })
  const columns = estimateTableSize({ ...DOCUMENTS, evidence: { kind: 'ddl' } })
  const statistics = estimateTableSize({
    ...DOCUMENTS,
    evidence: { kind: 'statistics', columns: {} },
  })
  expect(sampled.why).toMatch(/^simulated with 1 sampled of 100,000 rows; -\d/)
  expect(columns.why).toMatch(/^column types and row count only/)
  expect(statistics.why).toMatch(/^column statistics, typical widths assumed for body;/)
})

describe('what is refused', () => {
  const ddl: TableStats = { ...DOCUMENTS, evidence: { kind: 'ddl' } }
  const sampleOf = (body: TableStats['evidence']): TableStats => ({ ...DOCUMENTS, evidence: body })
  test.each<{ what: string; table: TableStats; code: string; path: string }>([
    { what: 'half a row', table: { ...ddl, rows: 0.5 }, code: 'not_whole', path: 'table.rows' },
    {
      what: 'fewer than no rows',
      table: { ...ddl, rows: -1 },
      code: 'out_of_range',
      path: 'table.rows',
    },
    {
      what: 'rows not a number',
      table: { ...ddl, rows: Number.NaN },
      code: 'out_of_range',
      path: 'table.rows',
    },
    {
      what: 'a fillfactor of 5',
      table: { ...ddl, fillfactor: 5 },
      code: 'out_of_range',
      path: 'table.fillfactor',
    },
    { what: 'no columns', table: { ...ddl, columns: [] }, code: 'empty', path: 'table.columns' },
    {
      what: 'a name twice',
      table: { ...ddl, columns: [...ddl.columns, ...ddl.columns] },
      code: 'duplicate',
      path: 'table.columns',
    },
    {
      what: 'a key of an unknown column',
      table: { ...ddl, indexes: [primaryKey('x')] },
      code: 'unknown_column',
      path: 'table.indexes[0].columns',
    },
    {
      what: 'an unsupported type',
      table: { ...ddl, columns: columnsOf({ id: 'VARIANT' }) },
      code: 'unsupported_type',
      path: 'table.columns[0].type',
    },
    {
      what: 'an empty sample',
      table: sampleOf({ kind: 'sample', rows: [] }),
      code: 'empty',
      path: 'table.evidence.rows',
    },
    {
      what: 'a row without a cell',
      table: sampleOf({ kind: 'sample', rows: [{ id: { kind: 'fixed' } }] }),
      code: 'missing',
      path: 'table.evidence.rows[0].body',
    },
    {
      what: 'a cell of another kind',
      table: sampleOf({
        kind: 'sample',
        rows: [{ id: { kind: 'numeric', digits: 1 }, body: null }],
      }),
      code: 'wrong_kind',
      path: 'table.evidence.rows[0].id',
    },
    {
      what: 'a width of a fixed column',
      table: sampleOf({
        kind: 'statistics',
        columns: { id: { nullFraction: 0, width: { kind: 'bytes', averageLength: 8 } } },
      }),
      code: 'wrong_kind',
      path: 'table.evidence.columns.id.width',
    },
    {
      what: 'more nulls than rows',
      table: sampleOf({ kind: 'statistics', columns: { id: { nullFraction: 2 } } }),
      code: 'out_of_range',
      path: 'table.evidence.columns.id.nullFraction',
    },
    {
      what: 'a maximum below the mean',
      table: sampleOf({
        kind: 'statistics',
        columns: {
          body: { nullFraction: 0, width: { kind: 'bytes', averageLength: 9, maxLength: 8 } },
        },
      }),
      code: 'out_of_range',
      path: 'table.evidence.columns.body.width.maxLength',
    },
  ])('$what: $code at $path', ({ table, code, path }) => {
    expect(() => estimateTableSize(table)).toThrow(expect.objectContaining({ code, path }))
  })
})
