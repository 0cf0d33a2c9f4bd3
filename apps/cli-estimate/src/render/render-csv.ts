import { formatCsv } from '@lakebase/cli-kit'
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
        ],
  )
  return formatCsv(COLUMNS, rows)
}
