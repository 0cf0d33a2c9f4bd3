import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { numberOf, textOf, valueAt } from '../../read/bundle-value.js'
import type { Resource, TargetView } from '../../read/target-view.js'
import { findingsOf } from '../check.js'
import type { SyncedTable } from '../synced-table.js'

const found = findingsOf('LB109')

/** Endpoints whose size has fewer connections than the synced tables of their branch may open at once. */
export function connectionCaps(
  tables: readonly SyncedTable[],
  view: TargetView,
): readonly Finding[] {
  const counts = new Map<string, number>()
  for (const { spec, autoscaling } of tables) {
    const branch = autoscaling ? textOf(valueAt(spec, 'branch')) : undefined
    if (branch !== undefined) counts.set(branch, (counts.get(branch) ?? 0) + 1)
  }
  return view.ofType('postgres_endpoints').flatMap((endpoint) => capFinding(endpoint, counts))
}

function capFinding({ value }: Resource, counts: ReadonlyMap<string, number>): readonly Finding[] {
  const count = counts.get(textOf(valueAt(value, 'parent')) ?? '')
  const min = valueAt(value, 'autoscaling_limit_min_cu')
  const max = numberOf(valueAt(value, 'autoscaling_limit_max_cu'))
  const least = numberOf(min)
  if (count === undefined || min === undefined || least === undefined || max === undefined)
    return []
  if (textOf(valueAt(value, 'endpoint_type')) !== 'ENDPOINT_TYPE_READ_WRITE') return []
  // The cap follows from both limits, not from the size of the moment.
  const counted = Math.min(max, 8 * least)
  const cap = limits.connectionsByCu.value.findLast(([cu = 0]) => cu <= counted)?.[1]
  const need = count * limits.connectionsPerSync.value
  if (cap === undefined || need <= cap) return []
  const message = `${count} synced tables may open ${need} connections, and this size has ${cap}`
  const hint = 'Raise the limits, or run the pipelines at different times.'
  return [found.warn(min.at, message, { hint })]
}
