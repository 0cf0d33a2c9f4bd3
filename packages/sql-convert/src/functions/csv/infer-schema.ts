/** The schema of one line of CSV, as `schema_of_csv` writes it (Spark's CSVInferSchema, 4.1). */
export function inferCsvSchema(line: string, separator: string): string {
  const fields = cells(line, separator).map((cell, place) => `_c${place}: ${typeOf(cell)}`)
  return `STRUCT<${fields.join(', ')}>`
}

function cells(line: string, separator: string): readonly string[] {
  const escaped = separator.replace(/[\\^$.|?*+()[\]{}-]/, '\\$&')
  const cell = new RegExp(`(?:"((?:[^"\\\\]|\\\\.)*)"|([^${escaped}]*))${escaped}`, 'gy')
  return [...(line + separator).matchAll(cell)].map(([, quoted, plain = '']) => quoted ?? plain)
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/

function typeOf(cell: string): string {
  if (/^-?\d{1,19}$/.test(cell)) {
    const whole = BigInt(cell)
    if (whole >= -(2n ** 31n) && whole < 2n ** 31n) return 'INT'
    if (whole >= -(2n ** 63n) && whole < 2n ** 63n) return 'BIGINT'
  }
  if (/^-?\d{1,38}$/.test(cell)) return `DECIMAL(${cell.replace('-', '').length},0)`
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$|^NaN$|^-?Inf$/.test(cell)) return 'DOUBLE'
  if (DATE.test(cell)) return 'DATE'
  if (TIMESTAMP.test(cell)) return 'TIMESTAMP'
  return /^(?:true|false)$/i.test(cell) ? 'BOOLEAN' : 'STRING'
}
