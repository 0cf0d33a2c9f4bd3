import { MeasureError } from './measure-error.js'
import type { SqlRow } from './run-sql.js'

/** A count, which drivers give as a number, a bigint or a text. */
export function readCount(row: SqlRow | undefined, column: string, statement: string): number {
  const value = row?.[column]
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number === 'bigint') return Number(number)
  if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number
  const question = statement.slice(0, 80)
  throw new MeasureError(
    'UNEXPECTED_ANSWER',
    `${question}: expected a count in ${column}, found ${String(value)}`,
  )
}

/** A measured cell: null, or a count. */
export function readCell(row: SqlRow, column: string, statement: string): number | null {
  return row[column] === null || row[column] === undefined
    ? null
    : readCount(row, column, statement)
}

export function readText(row: SqlRow | undefined, column: string): string | undefined {
  const value = row?.[column]
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value : undefined
}

/** A map, which drivers give as an object or as JSON. */
export function readMap(row: SqlRow | undefined, column: string): SqlRow {
  const value = row?.[column]
  const parsed: unknown = typeof value === 'string' ? parseJson(value) : value
  return isRow(parsed) ? parsed : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: then there is no map in it.
    return undefined
  }
}

function isRow(value: unknown): value is SqlRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
