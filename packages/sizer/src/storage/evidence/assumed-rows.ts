import type { Datum, Row } from '../heap/datum.js'
import type { PostgresType } from '../type/postgres-type.js'
import type { AssumedColumn } from './assumed-columns.js'
import { shuffled } from './shuffled.js'
import type { WidthRange } from './typical-width.js'

/** Enough for every offset modulo 8 to come in its proportion. */
const ROWS = 2000
const NULL = -1

/**
 * Rows as the table may have them: each column has exactly its share of nulls and its mean width,
 * and the columns have nothing to do with each other. Of the offsets at which columns start, every
 * one comes as often as it is likely.
 */
export function assumedRows(
  types: readonly PostgresType[],
  columns: readonly AssumedColumn[],
  end: keyof WidthRange,
): readonly Row[] {
  const lengths = columns.map((column, index) =>
    shuffled(columnLengths(types[index], column, end), index),
  )
  return Array.from({ length: ROWS }, (_, row) => lengths.map((column) => datum(column[row])))
}

function datum(length: number | undefined): Datum {
  return length === undefined || length === NULL ? null : { length }
}

function columnLengths(
  type: PostgresType | undefined,
  { nullFraction, width, maxWidth }: AssumedColumn,
  end: keyof WidthRange,
): readonly number[] {
  const filled = ROWS - Math.round(nullFraction[end] * ROWS)
  const widths = spread(width[end], maxWidth, filled)
  const rounded = type?.kind === 'numeric' ? roundedTo(2, widths) : roundedTo(1, widths)
  return [...rounded, ...Array.from({ length: ROWS - filled }, () => NULL)]
}

/**
 * Widths with that mean. With a maximum they run from 0 to it: evenly when the mean is half of it,
 * few of them long when the mean is less. Without one they are all the same.
 */
function spread(mean: number, max: number | undefined, count: number): readonly number[] {
  const quantile = (index: number) => (index + 0.5) / count
  return Array.from({ length: count }, (_, index) => {
    if (max === undefined || mean === 0 || max === mean) return mean
    if (max < 2 * mean) return 2 * mean - max + quantile(index) * 2 * (max - mean)
    return max * quantile(index) ** (max / mean - 1)
  })
}

/** Whole multiples of `unit` with the same sum, less than one unit apart from the widths. */
function roundedTo(unit: number, widths: readonly number[]): readonly number[] {
  let exact = 0
  let given = 0
  return widths.map((width) => {
    exact += width
    const length = unit * Math.round((exact - given) / unit)
    given += length
    return length
  })
}
