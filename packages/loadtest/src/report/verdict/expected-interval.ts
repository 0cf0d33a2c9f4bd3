import type { ClosedLoad } from '../../scenario/scenario.js'
import type { RunFigures } from '../assess.js'
import { shareOfLoad } from './share-of-load.js'

/**
 * The usual time between two transactions of one client of a closed loop, in microseconds: the median
 * over the measured seconds, so that a stall does not change it. Undefined when there is none.
 */
export function expectedInterval(load: ClosedLoad, run: RunFigures): number | undefined {
  const share = shareOfLoad(run)
  const intervals = run.series
    .filter(({ measured, succeeded, failed }) => measured && succeeded + failed > 0)
    .map(
      ({ second, succeeded, failed }) =>
        (share * clientsAt(load, second + 0.5) * 1e6) / (succeeded + failed),
    )
    .sort((a, b) => a - b)
  return intervals[intervals.length >> 1]
}

function clientsAt({ stages }: ClosedLoad, second: number): number {
  let fromMs = 0
  for (const { durationMs, fromClients, toClients } of stages) {
    const part = (second * 1000 - fromMs) / durationMs
    if (part < 1) return fromClients + (toClients - fromClients) * part
    fromMs += durationMs
  }
  return stages.at(-1)?.toClients ?? 0
}
