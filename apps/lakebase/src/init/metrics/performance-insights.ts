import * as v from 'valibot'
import { instant } from './instant.js'
import type { MetricExport } from './metric-export.js'

/** What `aws pi get-resource-metrics` prints. A list with dimensions is a part of another one. */
const Metrics = v.object({
  MetricList: v.array(
    v.object({
      Key: v.object({ Metric: v.string(), Dimensions: v.optional(v.unknown()) }),
      DataPoints: v.array(v.object({ Timestamp: instant, Value: v.nullish(v.number()) })),
    }),
  ),
})

/** `db.SQL.tup_inserted.avg`: the last word says how a period became one value. */
const NAME = /^(.*)\.(avg|max|min|sum)$/
const STATISTICS: Readonly<Record<string, string>> = {
  avg: 'Average',
  max: 'Maximum',
  min: 'Minimum',
  sum: 'Sum',
}

/** Counters of Aurora and RDS from Performance Insights, a second each; undefined when it is none. */
export function performanceInsights(document: unknown): MetricExport | undefined {
  const parsed = v.safeParse(Metrics, document)
  if (!parsed.success) return undefined
  const whole = parsed.output.MetricList.filter(({ Key }) => Key.Dimensions === undefined)
  return {
    vendor: 'Performance Insights',
    cloud: 'aws',
    series: whole.map(({ Key: { Metric }, DataPoints }) => {
      const [, metric = Metric, suffix = ''] = NAME.exec(Metric) ?? []
      const statistic = STATISTICS[suffix]
      return {
        metric,
        ...(statistic !== undefined && { statistic }),
        points: DataPoints.flatMap(({ Timestamp: at, Value: value }) =>
          value == null ? [] : [{ at, value }],
        ),
      }
    }),
  }
}
