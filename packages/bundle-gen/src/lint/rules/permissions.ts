import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { type BundleValue, itemsOf, textOf, valueAt } from '../../read/bundle-value.js'
import { type Check, fieldOf, findingsOf } from '../check.js'

const found = findingsOf('LB110')

const PRINCIPALS = ['user_name', 'group_name', 'service_principal_name']

/** LB110: who may do what with an instance or a project. */
export const permissions: Check = ({ view }) =>
  Object.entries(limits.permissionLevels.value).flatMap(([type, levels]) =>
    view
      .ofType(type)
      .flatMap((one) => itemsOf(fieldOf(one, 'permissions')))
      .flatMap((permission) => [...levelOf(permission, levels), ...principalOf(permission)]),
  )

function levelOf(permission: BundleValue, levels: readonly string[]): readonly Finding[] {
  const value = valueAt(permission, 'level')
  const level = textOf(value)
  if (value === undefined) {
    return [
      found.error(permission.at, 'a permission without a level', { expected: levels.join(', ') }),
    ]
  }
  if (level === undefined || level.includes('${') || levels.includes(level)) return []
  return [
    found.error(value.at, `there is no level "${level}" here`, { expected: levels.join(', ') }),
  ]
}

function principalOf(permission: BundleValue): readonly Finding[] {
  if (permission.kind !== 'map') return []
  const given = PRINCIPALS.filter((field) => permission.entries.has(field))
  if (given.length === 1) return []
  const message =
    given.length === 0
      ? 'a permission for nobody'
      : `a permission for ${given.join(' and ')} at once`
  return [found.error(permission.at, message, { expected: `one of ${PRINCIPALS.join(', ')}` })]
}
