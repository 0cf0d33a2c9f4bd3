import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { entryAt, textOf, valueAt } from '../../read/bundle-value.js'
import { literalParts } from '../../read/references.js'
import type { Resource, TargetView } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'
import { nearest } from '../nearest.js'

const found = findingsOf('LB111')
const MODES = ['development', 'production']

/** LB111: targets that deploy what they mean to, and do not meet in one place. */
export const targets: Check = ({ view }) => {
  const value = valueAt(view.block, 'mode')
  const mode = textOf(value)
  if (value === undefined || mode === undefined) return []
  if (mode === 'production') return rootPath(view)
  if (mode === 'development') return named(view).flatMap(([one, field]) => suffix(one, field))
  if (mode.includes('${')) return []
  const suggestion = nearest(mode, MODES) ?? MODES.find((one) => one.startsWith(mode.toLowerCase()))
  const advice = { expected: MODES.join(', '), ...(suggestion !== undefined && { suggestion }) }
  return [found.error(value.at, `there is no mode "${mode}"`, advice)]
}

function rootPath(view: TargetView): readonly Finding[] {
  const at = entryAt(view.block, 'mode')?.keyAt
  if (at === undefined || valueAt(view.config, 'workspace', 'root_path')) return []
  if (valueAt(view.config, 'run_as', 'service_principal_name')) return []
  const message = `target "${view.name}" is production and has no workspace.root_path`
  const why = 'The CLI refuses it, unless a service principal deploys.'
  const hint = 'Name one folder for all who deploy, under workspace.root_path.'
  return [found.warn(at, message, { why, hint })]
}

/** The fields that name something which a workspace or a metastore has once. */
const SHARED_NAMES = [
  ['postgres_projects', 'project_id'],
  ['postgres_catalogs', 'catalog_id'],
  ['database_instances', 'name'],
  ['database_catalogs', 'name'],
] as const

function named(view: TargetView): readonly (readonly [Resource, string])[] {
  return SHARED_NAMES.flatMap(([type, field]) =>
    view.ofType(type).map((one) => [one, field] as const),
  )
}

/** mode: development renames no Lakebase resource, so two developers would deploy the same one. */
function suffix(resource: Resource, field: string): readonly Finding[] {
  const value = fieldOf(resource, field)
  const text = textOf(value)
  if (value === undefined || text === undefined) return []
  const literal = literalParts(text).reduce((sum, part) => sum + part.length, 0)
  if (!text.includes('${')) {
    const message = `${titleOf(resource)} is "${text}" for every developer`
    const why = 'mode: development renames no Lakebase resource.'
    const hint = `End ${field} with \${workspace.current_user.${field === 'project_id' || resource.type === 'database_instances' ? 'domain_friendly_name' : 'short_name'}} in this target.`
    return [found.warn(value.at, message, { why, hint })]
  }
  const base = limits.idBaseLength.value
  if (literal <= base || !text.includes('${workspace.current_user.')) return []
  const message = `${field} leaves ${limits.idLength.value - literal} characters for the name of the user`
  return [found.warn(value.at, message, { expected: `at most ${base} of our own` })]
}
