import type { Load } from '../scenario/scenario.js'

export interface StageTime {
  readonly name: string
  readonly measured: boolean
  readonly fromMs: number
  readonly toMs: number
  /** The rate or the number of clients stays as it is. */
  readonly steady: boolean
}

/** When each stage of a load begins and ends, in ms since the start. */
export function stageTimes(load: Load): readonly StageTime[] {
  const stages = load.model === 'open' ? load.stages.map(ofRate) : load.stages.map(ofClients)
  let toMs = 0
  return stages.map(({ durationMs, ...stage }) => {
    const fromMs = toMs
    toMs += durationMs
    return { ...stage, fromMs, toMs }
  })
}

/** The stage in which a second begins. */
export function stageAt(times: readonly StageTime[], second: number): StageTime | undefined {
  return times.find(({ toMs }) => second * 1000 < toMs)
}

/** How a second of the series is labelled; those behind the last stage, in which only answers come, are not measured. */
export function stageLabel(
  times: readonly StageTime[],
  second: number,
): { readonly stage: string; readonly measured: boolean } {
  const stage = stageAt(times, second)
  if (stage !== undefined) return { stage: stage.name, measured: stage.measured }
  return { stage: times.at(-1)?.name ?? '', measured: false }
}

/** Seconds of measured stages within the first `elapsedMs` of a run. */
export function measuredSeconds(load: Load, elapsedMs: number): number {
  const ms = stageTimes(load)
    .filter(({ measured }) => measured)
    .reduce((sum, { fromMs, toMs }) => sum + Math.max(0, Math.min(toMs, elapsedMs) - fromMs), 0)
  return ms / 1000
}

type Stage = Pick<StageTime, 'name' | 'measured' | 'steady'> & { readonly durationMs: number }

function ofRate(stage: Extract<Load, { model: 'open' }>['stages'][number]): Stage {
  const { name, measured, durationMs, fromRate, toRate } = stage
  return { name, measured, durationMs, steady: fromRate === toRate }
}

function ofClients(stage: Extract<Load, { model: 'closed' }>['stages'][number]): Stage {
  const { name, measured, durationMs, fromClients, toClients } = stage
  return { name, measured, durationMs, steady: fromClients === toClients }
}
