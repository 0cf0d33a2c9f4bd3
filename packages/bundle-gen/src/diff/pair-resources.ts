import { resourceId } from '../read/resource-id.js'
import type { Resource, TargetView } from '../read/target-view.js'

/** A resource before and after; one of them may be missing. */
export interface ResourcePair {
  readonly before?: Resource
  readonly after?: Resource
  /** True when the key changed and the name outside did not. */
  readonly renamed: boolean
}

/** Pairs by type and key, and what is left by its name outside the bundle. */
export function pairResources(before: TargetView, after: TargetView): readonly ResourcePair[] {
  const gone = before.resources.filter(({ type, key }) => after.find(type, key) === undefined)
  const byId = new Map(gone.flatMap((one) => identity(one).map((id) => [id, one] as const)))
  const taken = new Set<Resource>()
  const paired = after.resources.map((one): ResourcePair => {
    const same = before.find(one.type, one.key)
    if (same) return { before: same, after: one, renamed: false }
    const other = identity(one).flatMap((id) => byId.get(id) ?? [])[0]
    if (other === undefined || taken.has(other)) return { after: one, renamed: false }
    taken.add(other)
    return { before: other, after: one, renamed: true }
  })
  const deleted = gone.filter((one) => !taken.has(one))
  return [...paired, ...deleted.map((one) => ({ before: one, renamed: false }))]
}

function identity({ type, value }: Resource): readonly string[] {
  const id = resourceId(type, value)
  return id === undefined ? [] : [`${type} ${id}`]
}
