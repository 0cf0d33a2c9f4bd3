import type { YamlPath } from '@lakebase/config'
import { asLoad, surrounded } from '../load-stages.js'
import type { Load } from '../scenario.js'
import type { LoadFile } from './load-schema.js'
import { loadUnit } from './load-unit.js'
import { mainStages } from './stages.js'
import { reportAt, type YamlFile } from './yaml-file.js'

/** The stages of a load, warm-up and ramps among them; undefined where something about it is told as wrong. */
export function readLoad(written: LoadFile, path: YamlPath, file: YamlFile): Load | undefined {
  const unit = loadUnit(written, path, file)
  if (!unit) return undefined
  const main = mainStages(written, unit, path, file)
  if (!main) return undefined
  const { ramp_up: upMs = 0, warm_up: warmUpMs = 0, ramp_down: downMs = 0 } = written
  const all = surrounded(main, { upMs, warmUpMs, downMs })
  if (!all.some(({ measured }) => measured)) {
    reportAt(file, path, 'LT008', 'no stage is measured, so there would be no figures')
    return undefined
  }
  return asLoad(all, unit, written.arrivals)
}
