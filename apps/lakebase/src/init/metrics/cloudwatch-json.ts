import * as v from 'valibot'
import { instant } from './instant.js'
import type { MetricExport } from './metric-export.js'
import { metricIn } from './metric-names.js'

/** What `aws cloudwatch get-metric-data` prints. */
const MetricData = v.object({
  MetricDataResults: v.array(
    v.object({
      Label: v.string(),
      Timestamps: v.array(instant),
      Values: v.array(v.number()),
    }),
  ),
})

/** What `aws cloudwatch get-metric-statistics` prints: one metric, in no order. */
const Statistics = v.object({
  Label: v.string(),
  Datapoints: v.array(
    v.object({
      Timestamp: instant,
      Maximum: v.optional(v.number()),
      Average: v.optional(v.number()),
    }),
  ),
})

/** Metrics of RDS and Aurora from CloudWatch; undefined when it is none. */
export function cloudwatchJson(document: unknown): MetricExport | undefined {
  const data = v.safeParse(MetricData, document)
  if (data.success) {
    return of(
      data.output.MetricDataResults.map(({ Label, Timestamps, Values }) => ({
        metric: metricIn(Label),
        points: Values.flatMap((value, index) => {
          const at = Timestamps[index]
          return at === undefined ? [] : [{ at, value }]
        }),
      })),
    )
  }
  const statistics = v.safeParse(Statistics, document)
  if (!statistics.success) return undefined
  const { Label, Datapoints } = statistics.output
  const statistic = Datapoints.some(({ Maximum }) => Maximum !== undefined) ? 'Maximum' : 'Average'
  return of([
    {
      metric: metricIn(Label),
      statistic,
      points: Datapoints.flatMap((point) => {
        const value = point[statistic]
        return value === undefined ? [] : [{ at: point.Timestamp, value }]
      }),
    },
  ])
}

function of(series: MetricExport['series']): MetricExport {
  return { vendor: 'CloudWatch', cloud: 'aws', series }
}
