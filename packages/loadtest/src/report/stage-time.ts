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

/**
 * How a second of the series is labelled: measured when all of it is. One that a stage ends in is not a
 * whole second of it, and behind the last stage only answers still come.
 */
export function stageLabel(
  times: readonly StageTime[],
  second: number,
): { readonly stage: string; readonly measured: boolean } {
  const [fromMs, toMs] = [second * 1000, second * 1000 + 1000]
  const last = times.at(-1)
  const stages = times.filter((stage) => stage.fromMs < toMs && fromMs < stage.toMs)
  return {
    stage: (stages[0] ?? last)?.name ?? '',
    measured: toMs <= (last?.toMs ?? 0) && stages.every(({ measured }) => measured),
  }
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
