import { GENERATOR } from './output-file.js'

export type CsvCell = string | number | boolean | undefined

/**
 * RFC 4180, numbers in full precision. The last column names the writer, by which a later run knows
 * that it may replace the file.
 */
export function formatCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const lines = [[...columns, 'generator'], ...rows.map((row) => [...row, GENERATOR])]
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would run as a formula is only ever data. */
function field(value: CsvCell): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
