import type { YamlPath } from '@lakebase/config'
import type { ClientStage, Load, RateStage } from '../scenario.js'
import type { LoadFile } from './load-schema.js'
import { type LoadUnit, loadUnit } from './load-unit.js'
import { mainStages, type Stage } from './stages.js'
import { reportAt, type YamlFile } from './yaml-file.js'

/** The stages of a load, warm-up and ramps among them; undefined where something about it is told as wrong. */
export function readLoad(written: LoadFile, path: YamlPath, file: YamlFile): Load | undefined {
  const unit = loadUnit(written, path, file)
  if (!unit) return undefined
  const main = mainStages(written, unit, path, file)
  const [first] = main ?? []
  const last = main?.at(-1)
  if (!main || !first || !last) return undefined
  const { ramp_up: up = 0, warm_up: warm = 0, ramp_down: down = 0 } = written
  const start = first.from
  const all: readonly Stage[] = [
    ...(up > 0 ? [{ name: 'ramp up', durationMs: up, from: 0, to: start, measured: false }] : []),
    ...(warm > 0
      ? [{ name: 'warm-up', durationMs: warm, from: start, to: start, measured: false }]
      : []),
    ...main,
    ...(down > 0
      ? [{ name: 'ramp down', durationMs: down, from: last.to, to: 0, measured: false }]
      : []),
  ]
  if (!all.some(({ measured }) => measured)) {
    reportAt(file, path, 'LT008', 'no stage is measured, so there would be no figures')
    return undefined
  }
  return asLoad(all, unit, written)
}

function asLoad(stages: readonly Stage[], unit: LoadUnit, written: LoadFile): Load | undefined {
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
    return (
      first && { model: 'open', arrivals: written.arrivals ?? 'poisson', stages: [first, ...rest] }
    )
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
