import type { Finding } from '../../finding.js'
import { isOpen, isTrue, textOf } from '../../read/bundle-value.js'
import { resourceId } from '../../read/resource-id.js'
import type { Resource, TargetView } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'

const found = findingsOf('LB112')
const REPLACE =
  'Add replace_existing: true, or bind the existing one with "databricks bundle deployment bind".'

/** LB112: what a project and a branch make by themselves, and a bundle must take over. */
export const implicitObjects: Check = ({ view }) => [
  ...view.ofType('postgres_branches').flatMap(takenBranch),
  ...endpoints(view),
  ...inherited(view, 'postgres_roles', 'role_id'),
  ...inherited(view, 'postgres_databases', 'database_id'),
]

function takenBranch(branch: Resource): readonly Finding[] {
  const id = fieldOf(branch, 'branch_id')
  if (id === undefined || textOf(id) !== 'production' || replaces(branch)) return []
  const why = 'Every new project makes a branch "production".'
  return [found.error(id.at, `${titleOf(branch)} would be made twice`, { why, hint: REPLACE })]
}

function endpoints(view: TargetView): readonly Finding[] {
  const first = new Map<string, Resource>()
  return view.ofType('postgres_endpoints').flatMap((endpoint) => {
    const type = fieldOf(endpoint, 'endpoint_type')
    const branch = textOf(fieldOf(endpoint, 'parent'))
    if (type === undefined || branch === undefined || textOf(type) !== 'ENDPOINT_TYPE_READ_WRITE')
      return []
    const before = first.get(branch)
    if (before !== undefined) {
      const message = `${titleOf(endpoint)} is the second read-write endpoint of its branch, after "${before.key}"`
      return [found.error(type.at, message, { hint: 'Make it ENDPOINT_TYPE_READ_ONLY.' })]
    }
    first.set(branch, endpoint)
    if (replaces(endpoint)) return []
    const why = 'Every branch makes a read-write endpoint "primary", and has one at most.'
    return [
      found.error(endpoint.keyAt, `${titleOf(endpoint)} would be made twice`, {
        why,
        hint: REPLACE,
      }),
    ]
  })
}

/** A branch begins with the roles and databases of the one that it comes from. */
function inherited(view: TargetView, type: string, field: string): readonly Finding[] {
  const declared = new Set(
    view
      .ofType(type)
      .map((one) => `${textOf(fieldOf(one, 'parent'))} ${textOf(fieldOf(one, field))}`),
  )
  const sources = new Map(
    view.ofType('postgres_branches').flatMap((branch) => {
      const id = resourceId(branch.type, branch.value)
      const source = textOf(fieldOf(branch, 'source_branch'))
      return id === undefined || source === undefined ? [] : [[id, source] as const]
    }),
  )
  return view.ofType(type).flatMap((one) => {
    const id = fieldOf(one, field)
    const source = sources.get(textOf(fieldOf(one, 'parent')) ?? '')
    if (id === undefined || source === undefined || replaces(one)) return []
    if (!declared.has(`${source} ${textOf(id)}`)) return []
    const message = `${titleOf(one)} comes with the branch already`
    return [
      found.warn(id.at, message, { why: 'A branch inherits roles and databases.', hint: REPLACE }),
    ]
  })
}

function replaces(resource: Resource): boolean {
  const value = fieldOf(resource, 'replace_existing')
  return isTrue(value) || isOpen(value)
}
