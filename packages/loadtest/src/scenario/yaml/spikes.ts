import type { YamlPath } from '@lakebase/config'
import type { Stage } from '../load-stages.js'
import type { LoadFile } from './load-schema.js'
import type { LoadUnit } from './load-unit.js'
import { reportAt, type YamlFile } from './yaml-file.js'

type Spike = NonNullable<LoadFile['spikes']>[number]

/** Cuts the stages where spikes begin and end; within a spike its load takes the place of theirs. */
export function withSpikes(
  stages: readonly Stage[],
  spikes: readonly Spike[],
  unit: LoadUnit,
  path: YamlPath,
  file: YamlFile,
): readonly Stage[] | undefined {
  const total = stages.reduce((sum, { durationMs }) => sum + durationMs, 0)
  let cut = stages
  let freeFrom = 0
  const inOrder = spikes
    .map((spike, index) => ({ spike, index }))
    .toSorted((a, b) => a.spike.at - b.spike.at)
  for (const { spike, index } of inOrder) {
    const { at, duration } = spike
    const level = spike[unit]
    const problem =
      (level === undefined && `has no ${unit}`) ||
      (at + duration > total && `ends ${(at + duration - total) / 1000} s behind the load`) ||
      (at < freeFrom && 'begins before the spike ahead of it has ended')
    if (problem || level === undefined) {
      reportAt(file, [...path, index], 'LT009', `the spike ${problem}`)
      return undefined
    }
    freeFrom = at + duration
    cut = [
      ...between(cut, 0, at, unit),
      { name: `spike ${index + 1}`, durationMs: duration, from: level, to: level, measured: true },
      ...between(cut, at + duration, total, unit),
    ]
  }
  return cut
}

/** The part of the stages from one time to another; a ramp of clients is cut at a whole number of them. */
function between(
  stages: readonly Stage[],
  start: number,
  end: number,
  unit: LoadUnit,
): readonly Stage[] {
  let begin = 0
  return stages.flatMap((stage) => {
    const { durationMs, from, to } = stage
    const [first, last] = [
      Math.max(start, begin) - begin,
      Math.min(end, begin + durationMs) - begin,
    ]
    begin += durationMs
    if (last <= first) return []
    const levelAt = (ms: number) => {
      const level = from + ((to - from) * ms) / durationMs
      return unit === 'clients' ? Math.round(level) : level
    }
    return { ...stage, durationMs: last - first, from: levelAt(first), to: levelAt(last) }
  })
}
