import { GENERATOR } from '@lakebase/cli-kit'
import type { EstimateReport } from '../report/estimate-report.js'

const COLUMNS = [
  'id',
  'label',
  'quantity',
  'unit',
  'rate',
  'list',
  'expected',
  'low',
  'high',
  'source',
  'as_of',
  'confidence',
  'generator',
] as const

/** The cost lines as RFC 4180, full precision. */
export function renderCsv({ cost }: EstimateReport): string {
  const rows = cost.lines.map((line) =>
    line.status === 'priced'
      ? [
          line.id,
          line.label,
          line.quantity,
          line.unit,
          line.rate,
          line.list,
          line.amount,
          line.low,
          line.high,
          line.source,
          line.asOf,
          line.confidence,
          GENERATOR,
        ]
      : [
          line.id,
          line.label,
          line.quantity,
          line.unit,
          '',
          '',
          '',
          '',
          '',
          `unknown: ${line.missing}`,
          '',
          '',
          GENERATOR,
        ],
  )
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/** A leading sign would run as a formula in a spreadsheet. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
