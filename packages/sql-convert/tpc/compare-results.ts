import type { PostgresRows } from '../corpus/compare/postgres-rows.js'

type Row = PostgresRows['rows'][number]

const NUMBERS = ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']
const RELATIVE = 1e-9

/** What is different in two answers of Postgres, or undefined. Numbers are equal to nine digits. */
export function differenceOf(
  converted: PostgresRows,
  wanted: PostgresRows,
  isOrdered: boolean,
): string | undefined {
  if (converted.types.length !== wanted.types.length) {
    return `${converted.types.length} columns for ${wanted.types.length}`
  }
  if (converted.rows.length !== wanted.rows.length) {
    return `${converted.rows.length} rows for ${wanted.rows.length}`
  }
  const isNumber = wanted.types.map(
    (type, place) => NUMBERS.includes(type) && NUMBERS.includes(converted.types[place] ?? ''),
  )
  const isSame = (one: Row, other: Row | undefined) =>
    one.every((cell, place) => isSameCell(cell, other?.[place] ?? null, isNumber[place] === true))
  const place = wanted.rows.findIndex((row, index) => !isSame(row, converted.rows[index]))
  if (place < 0) return undefined
  const left = [...converted.rows]
  for (const row of wanted.rows) {
    const found = left.findIndex((other) => isSame(row, other))
    if (found < 0)
      return `no row is ${text(row)}; left are ${left.slice(0, 3).map(text).join('; ')}`
    left.splice(found, 1)
  }
  if (!isOrdered) return undefined
  return `other order: row ${place + 1} is ${text(converted.rows[place])} for ${text(wanted.rows[place])}`
}

function isSameCell(one: string | null, other: string | null, isNumber: boolean): boolean {
  if (one === other) return true
  if (one === null || other === null || !isNumber) return false
  const [left, right] = [Number(one), Number(other)]
  return Math.abs(left - right) <= RELATIVE * Math.max(Math.abs(left), Math.abs(right))
}

function text(row: Row | undefined): string {
  return row === undefined ? 'nothing' : `(${row.map((cell) => cell ?? 'NULL').join(', ')})`
}
