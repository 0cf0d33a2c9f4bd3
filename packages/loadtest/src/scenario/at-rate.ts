import type { Load, RateStage, Scenario } from './scenario.js'

/**
 * The scenario with its highest measured load at `rate` transactions a second, and all else of it in proportion, so
 * that ramps and warm-up remain what they are. A closed loop becomes an open one: its shape stays, its clients
 * become arrivals.
 *
 * @throws {RangeError} When the rate is not above 0.
 */
export function atRate(scenario: Scenario, rate: number): Scenario {
  if (!(rate > 0)) throw new RangeError(`a rate of ${rate} asks for nothing; give one above 0`)
  const levels = levelsOf(scenario.load)
  const peak = Math.max(
    ...levels.filter(({ measured }) => measured).flatMap(({ from, to }) => [from, to]),
  )
  const scaled = levels.map(
    ({ name, durationMs, from, to, measured }): RateStage => ({
      name,
      durationMs,
      fromRate: (from / peak) * rate,
      toRate: (to / peak) * rate,
      measured,
    }),
  )
  const [first, ...rest] = scaled
  if (!first) throw new RangeError('the scenario has no stage')
  const arrivals = scenario.load.model === 'open' ? scenario.load.arrivals : 'poisson'
  return { ...scenario, load: { model: 'open', arrivals, stages: [first, ...rest] } }
}

function levelsOf(load: Load) {
  return load.model === 'open'
    ? load.stages.map((stage) => ({ ...stage, from: stage.fromRate, to: stage.toRate }))
    : load.stages.map((stage) => ({ ...stage, from: stage.fromClients, to: stage.toClients }))
}
