/** One metric of an export; values of a counter are those of a second. */
export interface MetricSeries {
  readonly metric: string
  /** How each value was made of its period: `Maximum`; absent when the export does not say. */
  readonly statistic?: string
  readonly points: readonly MetricPoint[]
}

export interface MetricPoint {
  /** ms since 1970. */
  readonly at: number
  readonly value: number
}

/** What a file of metrics holds. */
export interface MetricExport {
  readonly vendor: Vendor
  readonly cloud: 'aws' | 'azure'
  readonly region?: string
  readonly series: readonly MetricSeries[]
}

type Vendor = 'CloudWatch' | 'Performance Insights' | 'Azure Monitor'
