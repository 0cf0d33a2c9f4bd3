import type { YamlPath } from '@lakebase/config'
import type { LoadFile } from './load-schema.js'
import { reportAt, type YamlFile } from './yaml-file.js'

/** What a load is counted in: `rate` is the open loop, `clients` the closed one. */
export type LoadUnit = 'rate' | 'clients'

const LIST_UNITS = ['stages', 'spikes'] as const

/** One unit for all of a load; undefined where two are mixed or none is given, which is told. */
export function loadUnit(written: LoadFile, path: YamlPath, file: YamlFile): LoadUnit | undefined {
  const uses = (['rate', 'clients'] as const).map((unit) => ({
    unit,
    at: usesOf(written, unit, path),
  }))
  const [rates, clients] = uses
  const [other] = clients?.at ?? []
  if (rates?.at[0] && other) {
    reportAt(file, other, 'LT008', 'rate and clients: a load is one or the other', {
      hint: 'rate is the open loop: arrivals come by the clock. clients is the closed loop: each waits for its answer.',
    })
    return undefined
  }
  const used = uses.find(({ at }) => at.length > 0)
  if (!used) {
    reportAt(file, path, 'LT008', 'the load has neither rate nor clients', {
      hint: 'Write rate: 500/s, or clients: 16.',
    })
    return undefined
  }
  reportUseless(written, used.unit, path, file)
  return used.unit
}

function usesOf(written: LoadFile, unit: LoadUnit, path: YamlPath): readonly YamlPath[] {
  const inLists = LIST_UNITS.flatMap((list) =>
    (written[list] ?? []).flatMap((one, index) =>
      one[unit] === undefined ? [] : [[...path, list, index, unit]],
    ),
  )
  return [...(written[unit] === undefined ? [] : [[...path, unit]]), ...inLists]
}

/** Keys of the other model. */
function reportUseless(written: LoadFile, unit: LoadUnit, path: YamlPath, file: YamlFile): void {
  const useless = unit === 'rate' ? 'think_time' : 'arrivals'
  if (written[useless] === undefined) return
  const why =
    unit === 'rate' ? 'with rate nobody waits for an answer' : 'with clients the answers decide'
  reportAt(file, [...path, useless], 'LT008', `${useless} does nothing here: ${why}`)
}
