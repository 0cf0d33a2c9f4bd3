import assumptions from '../../data/storage-assumptions.json' with { type: 'json' }
import type { Datum, Row } from '../heap/datum.js'
import { pglzLength } from '../pglz/pglz-length.js'
import type { Compress } from '../toast/compress.js'
import type { PostgresType, VariableType } from '../type/postgres-type.js'
import type { WidthRange } from './typical-width.js'

const ASSUMED_RATIO: Readonly<Record<VariableType['name'], WidthRange>> =
  assumptions.compressedShare.value
/** A value that would not come out a quarter shorter is kept. Source: PostgreSQL 17, strategy_default_data, src/common/pg_lzcompress.c. */
const LARGEST_USEFUL_RATIO = 0.75

/** Values of a column that are compressed to judge those that were not fetched. */
const VALUES_TO_JUDGE_BY = 100

/** Compresses known values as PostgreSQL does, once; others by the ratio of their column, or an assumed one. */
export function compressor(
  types: readonly PostgresType[],
  rows: readonly Row[],
): (end: keyof WidthRange) => Compress {
  const lengths = new WeakMap<Uint8Array, number>()
  const ratios = new Map<number, number | undefined>()

  function exactLength(value: Uint8Array): number {
    const known = lengths.get(value)
    if (known !== undefined) return known
    const length = pglzLength(value) ?? value.length
    lengths.set(value, length)
    return length
  }

  function measuredRatio(column: number): number | undefined {
    if (!ratios.has(column)) {
      const values = longestValues(rows, column)
      const plain = values.reduce((sum, value) => sum + value.length, 0)
      const packed = values.reduce((sum, value) => sum + exactLength(value), 0)
      ratios.set(column, plain === 0 ? undefined : packed / plain)
    }
    return ratios.get(column)
  }

  return (end) => (column, datum) => {
    const length = datum.value
      ? exactLength(datum.value)
      : byRatio(datum, measuredRatio(column) ?? assumedRatio(types[column], end))
    return length < datum.length ? length : undefined
  }
}

function byRatio({ length }: NonNullable<Datum>, ratio: number): number {
  return ratio > LARGEST_USEFUL_RATIO ? length : Math.round(length * ratio)
}

function assumedRatio(type: PostgresType | undefined, end: keyof WidthRange): number {
  return type === undefined || type.kind === 'fixed' ? 1 : ASSUMED_RATIO[type.name][end]
}

function longestValues(rows: readonly Row[], column: number): readonly Uint8Array[] {
  return rows
    .flatMap((row) => row[column]?.value ?? [])
    .sort((one, other) => other.length - one.length)
    .slice(0, VALUES_TO_JUDGE_BY)
}
