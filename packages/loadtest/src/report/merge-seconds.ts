import type { SecondSnapshot } from '../record/recorder-snapshot.js'
import { sumOf } from './latency.js'

/** One second as several workers saw it. They must be of the same second. */
export function mergeSeconds(
  parts: readonly [SecondSnapshot, ...SecondSnapshot[]],
): SecondSnapshot {
  const sum = (figure: (part: SecondSnapshot) => number) =>
    parts.reduce((total, part) => total + figure(part), 0)
  return {
    second: parts[0].second,
    due: sum((part) => part.due),
    succeeded: sum((part) => part.succeeded),
    failed: sum((part) => part.failed),
    lagCount: sum((part) => part.lagCount),
    lagSum: sum((part) => part.lagSum),
    queue: sum((part) => part.queue),
    longestQueue: sum((part) => part.longestQueue),
    busyConnections: sum((part) => part.busyConnections),
    response: sumOf(parts.map((part) => part.response)).snapshot(),
  }
}
