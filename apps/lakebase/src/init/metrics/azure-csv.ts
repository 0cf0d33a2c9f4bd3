import { parseDuration } from '@lakebase/config'
import type { MetricExport, MetricPoint } from './metric-export.js'

const KINDS = ['Maximum', 'Average', 'Total'] as const

/** The table AzureMetrics of Log Analytics as CSV: a row for each metric and period. Undefined when it is none. */
export function azureCsv([head = [], ...rows]: readonly (readonly string[])[]):
  | MetricExport
  | undefined {
  const column = (name: RegExp) => head.findIndex((title) => name.test(title))
  const [time, metric, grain] = [
    column(/^TimeGenerated\b/i),
    column(/^MetricName$/i),
    column(/^TimeGrain$/i),
  ]
  if (time < 0 || metric < 0) return undefined
  const kinds = KINDS.map((kind) => [kind, column(new RegExp(`^${kind}$`, 'i'))] as const)
  const names = [...new Set(rows.map((row) => row[metric] ?? ''))].filter((name) => name !== '')
  return {
    vendor: 'Azure Monitor',
    cloud: 'azure',
    series: names.map((name) => {
      const own = rows.filter((row) => row[metric] === name)
      const [kind = 'Maximum', cell = -1] =
        kinds.find(([, at]) => at >= 0 && own.some((row) => isNumber(row[at]))) ?? []
      return {
        metric: name,
        statistic: kind,
        points: own.flatMap((row): readonly MetricPoint[] => {
          const at = Date.parse(zoned(row[time] ?? ''))
          const seconds = kind === 'Total' ? (parseDuration(row[grain] ?? '') ?? Number.NaN) : 1
          const value = Number(row[cell]) / seconds
          return isNumber(row[cell]) && Number.isFinite(at) && Number.isFinite(value)
            ? [{ at, value }]
            : []
        }),
      }
    }),
  }
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && cell !== '' && Number.isFinite(Number(cell))
}

/** The column is in UTC: its title says so, its cells do not. */
function zoned(time: string): string {
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time} UTC`
}
