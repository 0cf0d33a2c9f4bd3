import type { Finding } from '../../finding.js'
import { isTrue, textOf } from '../../read/bundle-value.js'
import { resourceId } from '../../read/resource-id.js'
import type { Resource, TargetView } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'

const found = findingsOf('LB116')

/** LB116: what is protected and is to be purged at once. */
export const protection: Check = ({ view }) => [
  ...view
    .ofType('postgres_branches')
    .flatMap((one) => guarded(one, isTrue(fieldOf(one, 'is_protected')))),
  ...view.ofType('postgres_projects').flatMap((one) => guarded(one, hasProtectedBranch(one, view))),
]

function guarded(resource: Resource, isProtected: boolean): readonly Finding[] {
  const purge = fieldOf(resource, 'purge_on_delete')
  if (purge === undefined || !isTrue(purge) || !isProtected) return []
  const message = `${titleOf(resource)} has purge_on_delete and a protected branch`
  const why = 'A protected branch blocks its own deletion and that of its project.'
  const hint = 'Before you destroy it, deploy it unprotected; until then leave purge_on_delete out.'
  return [found.warn(purge.at, message, { why, hint })]
}

function hasProtectedBranch(project: Resource, view: TargetView): boolean {
  const id = resourceId(project.type, project.value)
  return view
    .ofType('postgres_branches')
    .some((one) => textOf(fieldOf(one, 'parent')) === id && isTrue(fieldOf(one, 'is_protected')))
}
