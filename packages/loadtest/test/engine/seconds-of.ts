import type { SeriesPoint } from '../../src/report/run-report.js'

/** The seconds of a run as they come, for what has to happen while it is at work. */
export function secondsOf(): {
  readonly onProgress: (point: SeriesPoint) => void
  /** Resolves with the next second that is over and holds. */
  readonly next: (holds: (point: SeriesPoint) => boolean) => Promise<SeriesPoint>
} {
  let waiting: { holds: (point: SeriesPoint) => boolean; met: (point: SeriesPoint) => void }[] = []
  return {
    onProgress: (point) => {
      const met = waiting.filter(({ holds }) => holds(point))
      waiting = waiting.filter((one) => !met.includes(one))
      for (const one of met) one.met(point)
    },
    next: (holds) => new Promise((met) => waiting.push({ holds, met })),
  }
}

/** A second in which transactions were answered. */
export const answered = ({ succeeded }: SeriesPoint): boolean => succeeded > 0
