import { parseDuration } from '@lakebase/config'
import * as v from 'valibot'
import { instant } from './instant.js'
import type { MetricExport, MetricSeries } from './metric-export.js'

/** `PT1H`; a total is of so long. */
const seconds = v.pipe(
  v.string(),
  v.transform((text) => parseDuration(text) ?? Number.NaN),
  v.check((length) => length > 0, 'Expected an interval such as PT1H'),
)
const value = v.nullish(v.number())

/** What `az monitor metrics list` prints, and the REST API answers. */
const Metrics = v.object({
  interval: seconds,
  resourceregion: v.optional(v.string()),
  value: v.array(
    v.object({
      name: v.object({ value: v.string() }),
      timeseries: v.array(
        v.object({
          data: v.array(
            v.object({ timeStamp: instant, maximum: value, average: value, total: value }),
          ),
        }),
      ),
    }),
  ),
})

type Metric = v.InferOutput<typeof Metrics>['value'][number]

/** Metrics of a flexible server from Azure Monitor; undefined when it is none. */
export function azureJson(document: unknown): MetricExport | undefined {
  const parsed = v.safeParse(Metrics, document)
  if (!parsed.success) return undefined
  const { interval, resourceregion: region, value: metrics } = parsed.output
  return {
    vendor: 'Azure Monitor',
    cloud: 'azure',
    ...(region !== undefined && { region }),
    series: metrics.map((metric) => seriesOf(metric, interval)),
  }
}

/** The highest that is in it: the maximum, else the average, else the total as so much a second. */
function seriesOf({ name, timeseries }: Metric, interval: number): MetricSeries {
  const data = timeseries.flatMap((series) => series.data)
  const kinds = ['maximum', 'average', 'total'] as const
  const kind = kinds.find((one) => data.some((point) => point[one] != null)) ?? 'maximum'
  return {
    metric: name.value,
    statistic: { maximum: 'Maximum', average: 'Average', total: 'Total' }[kind],
    points: data.flatMap((point) => {
      const found = point[kind]
      return found == null
        ? []
        : [{ at: point.timeStamp, value: kind === 'total' ? found / interval : found }]
    }),
  }
}
