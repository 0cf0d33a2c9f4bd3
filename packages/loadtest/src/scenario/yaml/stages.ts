import type { YamlPath } from '@lakebase/config'
import type { Stage } from '../load-stages.js'
import type { LoadFile } from './load-schema.js'
import type { LoadUnit } from './load-unit.js'
import { withSpikes } from './spikes.js'
import { reportAt, type YamlFile } from './yaml-file.js'

/** The load between warm-up and ramp down, with its spikes; undefined where that is told as wrong. */
export function mainStages(
  written: LoadFile,
  unit: LoadUnit,
  path: YamlPath,
  file: YamlFile,
): readonly Stage[] | undefined {
  const stages = written.stages
    ? listedStages(written, unit, path, file)
    : steadyStage(written, unit, path, file)
  return stages && withSpikes(stages, written.spikes ?? [], unit, [...path, 'spikes'], file)
}

function steadyStage(
  written: LoadFile,
  unit: LoadUnit,
  path: YamlPath,
  file: YamlFile,
): readonly Stage[] | undefined {
  const { duration } = written
  const level = written[unit]
  if (duration === undefined)
    reportAt(file, path, 'LT008', 'the load has no duration', { hint: 'Write duration: 60s.' })
  if (level === undefined) {
    reportAt(file, path, 'LT008', `the load has no ${unit} of its own, only spikes`)
  } else if (level === 0) {
    reportAt(file, [...path, unit], 'LT008', `${unit}: 0 asks for nothing`)
  }
  if (duration === undefined || !level) return undefined
  return [{ name: 'steady', durationMs: duration, from: level, to: level, measured: true }]
}

function listedStages(
  written: LoadFile,
  unit: LoadUnit,
  path: YamlPath,
  file: YamlFile,
): readonly Stage[] | undefined {
  for (const key of ['duration', unit] as const) {
    if (written[key] === undefined) continue
    reportAt(
      file,
      [...path, key],
      'LT008',
      `${key} does nothing beside stages, which have their own`,
    )
    return undefined
  }
  const stages: Stage[] = []
  for (const [index, one] of (written.stages ?? []).entries()) {
    const {
      name = `stage ${index + 1}`,
      duration: durationMs,
      ramp_to: rampTo,
      measured = true,
    } = one
    const at = [...path, 'stages', index]
    const from = one[unit] ?? stages.at(-1)?.to ?? 0
    if (one[unit] === undefined && rampTo === undefined) {
      reportAt(file, at, 'LT008', `the stage has neither ${unit} nor ramp_to`)
      return undefined
    }
    if (unit === 'clients' && rampTo !== undefined && !Number.isInteger(rampTo)) {
      reportAt(file, [...at, 'ramp_to'], 'LT008', 'clients are whole')
      return undefined
    }
    stages.push({ name, durationMs, from, to: rampTo ?? from, measured })
  }
  return stages
}
