import { type Io, progressLine } from '@lakebase/cli-kit'
import type { SeriesPoint } from '@lakebase/loadtest'
import { liveLine } from './live-line.js'

export interface LiveView {
  readonly show: (point: SeriesPoint) => void
  /** Takes it away, before anything else is written. */
  readonly end: () => void
}

/** How often those who do not watch are told. */
const EVERY_SECONDS = 10

/** How a run is going: a line that moves on a terminal, a line every ten seconds elsewhere. */
export function liveView(
  io: Pick<Io, 'stderr' | 'stderrIsTty'>,
  totalSeconds: number,
  quiet: boolean,
): LiveView {
  const progress = progressLine(io, quiet)
  let failedSoFar = 0
  return {
    show: (point) => {
      failedSoFar += point.failed
      const line = liveLine({ point, totalSeconds, failedSoFar })
      if (io.stderrIsTty) progress.show(line)
      else if (!quiet && (point.second + 1) % EVERY_SECONDS === 0) io.stderr(`${line}\n`)
    },
    end: () => progress.clear(),
  }
}
