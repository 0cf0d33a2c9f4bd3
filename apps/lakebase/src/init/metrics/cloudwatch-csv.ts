import type { MetricExport } from './metric-export.js'
import { metricIn } from './metric-names.js'

const TIME = /^\d{4}[/-]\d{2}[/-]\d{2}[ T]\d{2}:\d{2}/

/**
 * What the CloudWatch console saves of a graph: rows that describe each column (`Label`, `Statistic`, …), then a row a
 * period. Undefined when it is none.
 */
export function cloudwatchCsv(rows: readonly (readonly string[])[]): MetricExport | undefined {
  const first = rows.findIndex(([time = '']) => TIME.test(time))
  const head = rows.slice(0, Math.max(0, first))
  const described = (name: RegExp) => head.find(([title = '']) => name.test(title))
  const labels = described(/^label$/i) ?? described(/^full label$/i) ?? described(/^metric ?name$/i)
  if (first < 0 || labels === undefined) return undefined
  const statistics = described(/^stat(istic)?$/i)
  const series = labels.slice(1).map((label, column) => {
    const statistic = statistics?.[column + 1]
    return {
      metric: metricIn(label),
      ...(statistic !== undefined && statistic !== '' && { statistic }),
      points: rows.slice(first).flatMap(([time = '', ...cells]) => {
        const cell = cells[column] ?? ''
        const value = Number(cell)
        // A period without a value is an empty cell.
        return cell === '' || !Number.isFinite(value) ? [] : [{ at: timeOf(time), value }]
      }),
    }
  })
  return { vendor: 'CloudWatch', cloud: 'aws', series }
}

/** The console writes UTC without saying so. */
function timeOf(time: string): number {
  const iso = time.replaceAll('/', '-').replace(' ', 'T')
  return Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}Z`)
}
