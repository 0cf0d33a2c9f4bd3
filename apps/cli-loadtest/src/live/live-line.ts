import { decimal } from '@lakebase/cli-kit'
import type { SeriesPoint } from '@lakebase/loadtest'
import { duration, perSecond, span } from '../render/format.js'

/** What a run has done so far, for one line of it. */
export interface LiveFigures {
  readonly point: SeriesPoint
  readonly totalSeconds: number
  /** Since the start, warm-up included. */
  readonly failedSoFar: number
}

/** `41/70 s  1,998/s  p50 380 µs  p99 3.60 ms  errors 0  lag 96 µs`; fits a terminal of 80. */
export function liveLine({ point, totalSeconds, failedSoFar }: LiveFigures): string {
  const { second, measured, stage, succeeded, p50, p99, scheduleLag, queue } = point
  const parts = [
    `${decimal(second + 1)}/${span(totalSeconds)}`,
    ...(measured ? [] : [stage]),
    perSecond(succeeded),
    ...(succeeded > 0 ? [`p50 ${duration(p50)}`, `p99 ${duration(p99)}`] : []),
    `errors ${decimal(failedSoFar)}`,
    ...(scheduleLag === undefined ? [] : [`lag ${duration(scheduleLag)}`]),
    ...(queue > 0 ? [`queue ${decimal(queue)}`] : []),
  ]
  return parts.join('  ')
}
