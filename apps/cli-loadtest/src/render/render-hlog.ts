import { GENERATOR } from '@lakebase/cli-kit'
import { Histogram, hdrLog, type RunReport } from '@lakebase/loadtest'

/** The response times of each script as an HdrHistogram log, one tagged line a script. */
export function renderHlog({ startedAt, measuredSeconds, series, scripts }: RunReport): string {
  const second = series.find(({ measured }) => measured)?.second ?? 0
  const log = hdrLog(
    new Date(startedAt),
    scripts
      .filter(({ response }) => response.count > 0)
      .map(({ id, response }) => ({
        second,
        seconds: measuredSeconds,
        tag: id,
        histogram: Histogram.decode(response.histogram),
      })),
  )
  return `#[${GENERATOR}]\n${log}`
}
