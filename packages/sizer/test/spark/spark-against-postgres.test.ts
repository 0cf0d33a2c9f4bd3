import { expect, test } from 'vitest'
import { measureTables } from '../../src/measure/measure-tables.js'
import type { MeasuredTable } from '../../src/measure/table-measurement.js'
import { estimateTableSize } from '../../src/storage/estimate-table-size.js'
import { recording, replay } from './replay.js'

const errors: number[] = []

test.each(recording.sizes)(
  '$name: the size measured on Spark is within 2 % of the table in PostgreSQL',
  async (size) => {
    const table = { name: `shop.${size.name}`, primaryKeys: size.primaryKey, indexes: size.indexes }
    const [measured] = await measureTables([table], replay, { sampleRows: recording.sampleRows })
    if (measured === undefined || 'error' in measured) throw measured?.error
    expect(measured.rows).toBe(size.rows)
    expect(measured.problems).toEqual([])
    const predicted = predict(measured, size)
    const error = predicted.totalBytes / size.totalBytes - 1
    errors.push(Math.abs(error))
    expect(Math.abs(error)).toBeLessThan(0.02)
    expect(predicted.lowBytes).toBeLessThanOrEqual(size.totalBytes)
    expect(predicted.highBytes).toBeGreaterThanOrEqual(size.totalBytes)
    expect(Math.abs(predicted.toastHeapBytes - size.toastHeapBytes)).toBeLessThanOrEqual(
      size.toastHeapBytes * 0.05,
    )
  },
)

test('the median error of the totals is at most 0.3 %', () => {
  const sorted = [...errors].sort((one, other) => one - other)
  expect(sorted.length).toBeGreaterThanOrEqual(7)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(0.003)
})

function predict(
  { rows, columns, sample, distinctKeys }: MeasuredTable,
  {
    primaryKey,
    indexes,
  }: { primaryKey: readonly string[]; indexes: readonly (readonly string[])[] },
) {
  return estimateTableSize({
    rows,
    columns,
    indexes: [
      { name: 'pk', columns: primaryKey, unique: true },
      ...indexes.map((names, at) => ({
        name: names.join('_'),
        columns: names,
        unique: false as const,
        ...(distinctKeys[at] !== undefined && { distinctKeys: distinctKeys[at] }),
      })),
    ],
    evidence: { kind: 'sample', rows: sample },
  })
}
