import type { ClientStage, Load, OpenLoad, RateStage } from './scenario.js'

/** A part of the load, counted in transactions a second or in clients. */
export interface Stage {
  readonly name: string
  readonly durationMs: number
  readonly from: number
  readonly to: number
  readonly measured: boolean
}

/** The stages with what is kept out of the figures before and behind them. */
export function surrounded(
  main: readonly Stage[],
  around: { readonly upMs: number; readonly warmUpMs: number; readonly downMs: number },
): readonly Stage[] {
  const { upMs, warmUpMs, downMs } = around
  const start = main[0]?.from ?? 0
  const end = main.at(-1)?.to ?? 0
  const stage = (name: string, durationMs: number, from: number, to: number) =>
    durationMs > 0 ? [{ name, durationMs, from, to, measured: false }] : []
  return [
    ...stage('ramp up', upMs, 0, start),
    ...stage('warm-up', warmUpMs, start, start),
    ...main,
    ...stage('ramp down', downMs, end, 0),
  ]
}

/** Undefined when there is no stage. */
export function asLoad(
  stages: readonly Stage[],
  unit: 'rate' | 'clients',
  arrivals: OpenLoad['arrivals'] = 'poisson',
): Load | undefined {
  if (unit === 'rate') {
    const [first, ...rest] = stages.map(
      ({ name, durationMs, from, to, measured }): RateStage => ({
        name,
        durationMs,
        fromRate: from,
        toRate: to,
        measured,
      }),
    )
    return first && { model: 'open', arrivals, stages: [first, ...rest] }
  }
  const [first, ...rest] = stages.map(
    ({ name, durationMs, from, to, measured }): ClientStage => ({
      name,
      durationMs,
      fromClients: from,
      toClients: to,
      measured,
    }),
  )
  return first && { model: 'closed', stages: [first, ...rest] }
}
