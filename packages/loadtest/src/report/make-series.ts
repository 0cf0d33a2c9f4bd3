import type { RecorderSnapshot, SecondSnapshot } from '../record/recorder-snapshot.js'
import type { Load } from '../scenario/scenario.js'
import { sumOf } from './latency.js'
import { mergeSeconds } from './merge-seconds.js'
import type { SeriesPoint } from './run-report.js'
import { stageLabel, stageTimes } from './stage-time.js'

/** One point a second, from the first to the last in which anything happened. */
export function makeSeries(
  load: Load,
  snapshots: readonly Pick<RecorderSnapshot, 'seconds'>[],
): readonly SeriesPoint[] {
  const times = stageTimes(load)
  return secondsOf(snapshots).map((second) => ({
    ...pointOf(second, load.model === 'open'),
    ...stageLabel(times, second.second),
  }))
}

function secondsOf(
  snapshots: readonly Pick<RecorderSnapshot, 'seconds'>[],
): readonly SecondSnapshot[] {
  const bySecond = new Map<number, [SecondSnapshot, ...SecondSnapshot[]]>()
  for (const { seconds } of snapshots)
    for (const second of seconds) {
      const parts = bySecond.get(second.second)
      if (parts === undefined) bySecond.set(second.second, [second])
      else parts.push(second)
    }
  return [...bySecond.values()].map(mergeSeconds).sort((a, b) => a.second - b.second)
}

function pointOf(second: SecondSnapshot, open: boolean): Omit<SeriesPoint, 'stage' | 'measured'> {
  const response = sumOf([second.response])
  return {
    second: second.second,
    ...(open && { due: second.due }),
    succeeded: second.succeeded,
    failed: second.failed,
    p50: response.percentile(50),
    p99: response.percentile(99),
    max: response.max,
    histogram: response.encode(),
    ...(second.lagCount > 0 && { scheduleLag: second.lagSum / second.lagCount }),
    queue: second.queue,
    longestQueue: second.longestQueue,
    busyConnections: second.busyConnections,
  }
}
