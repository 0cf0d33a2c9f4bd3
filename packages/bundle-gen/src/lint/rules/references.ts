import referenceFields from '../../data/reference-fields.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { type BundleScalar, entriesOf, type Spot, valueAt } from '../../read/bundle-value.js'
import { type Reference, referencesIn } from '../../read/references.js'
import { ID_FIELDS } from '../../read/resource-id.js'
import type { TargetView } from '../../read/target-view.js'
import { type Check, findingsOf } from '../check.js'
import { lakebaseTypes } from '../lakebase-types.js'
import { nearest } from '../nearest.js'
import { scalarsIn } from '../walk.js'

const found = findingsOf('LB107')

const ROOTS = ['var', 'variables', 'bundle', 'workspace', 'resources', 'artifacts', 'environment']

const FIELDS = new Map(
  Object.entries(referenceFields.types).map(([type, { local, remote }]) => [
    type,
    { local: new Set(local), remote: new Set(remote) },
  ]),
)

/** LB107: every `${...}`: its form, that what it names is there, and that it is known in time. */
export const references: Check = ({ view }) => {
  const { config, block } = view
  const whole = entriesOf(config).filter(([key]) => key !== 'targets' && key !== 'environments')
  const scalars = [
    ...whole.flatMap(([key, { value }]) => scalarsIn(value, [key])),
    ...entriesOf(valueAt(block, 'variables')).flatMap(([name, { value }]) =>
      scalarsIn(value, ['variables', name]),
    ),
  ]
  return [
    ...scalars.flatMap(({ path, scalar }) => scalarFindings(path, scalar, view)),
    ...undeclared(view),
  ]
}

function scalarFindings(
  path: readonly string[],
  scalar: BundleScalar,
  view: TargetView,
): readonly Finding[] {
  const { value } = scalar
  if (typeof value !== 'string' || !value.includes('${')) return []
  const fixed = FIXED.get(path.slice(0, 2).join('.'))
  if (fixed !== undefined) return [found.error(scalar.at, fixed)]
  return referencesIn(value).flatMap((one) => referenceFindings(one, path, scalar, view))
}

const FIXED = new Map([
  ['workspace.host', 'workspace.host takes no reference: it is needed before any is resolved'],
  [
    'workspace.profile',
    'workspace.profile takes no reference: it is needed before any is resolved',
  ],
  ['bundle.name', 'bundle.name takes no reference'],
])

function referenceFindings(
  reference: Reference,
  path: readonly string[],
  scalar: BundleScalar,
  view: TargetView,
): readonly Finding[] {
  const at = spotOf(reference, scalar)
  const shown = `\${${reference.inner}}`
  const [root = ''] = reference.path ?? []
  // Elsewhere, such as in a job's parameters, it may be meant for a shell.
  const ours = isOurs(path)
  if (reference.path === undefined) {
    const meant = ours || /^\s*(var|resources)\b/.test(reference.inner)
    const expected = 'names that start with a letter, joined by dots'
    return meant
      ? [found.error(at, `${shown} is no reference: it stays as text`, { expected })]
      : []
  }
  if (root === 'var' || root === 'variables') return variableFindings(reference.path, at, view)
  if (root === 'resources') return resourceFindings(reference.path, at, path, view)
  if (ROOTS.includes(root) || !ours) return []
  const suggestion = nearest(root, ROOTS)
  return [found.error(at, `${shown} names nothing`, suggestion === undefined ? {} : { suggestion })]
}

function isOurs([section = '', type = '']: readonly string[]): boolean {
  return section === 'variables' || (section === 'resources' && lakebaseTypes.has(type))
}

function variableFindings(
  [, part = '']: readonly string[],
  at: Spot,
  view: TargetView,
): readonly Finding[] {
  const name = part.split('[')[0] ?? ''
  const declared = valueAt(view.config, 'variables')
  const variable = valueAt(declared, name)
  if (variable === undefined) {
    const suggestion = nearest(
      name,
      entriesOf(declared).map(([one]) => one),
    )
    return [
      found.error(
        at,
        `there is no variable "${name}"`,
        suggestion === undefined ? {} : { suggestion },
      ),
    ]
  }
  const given =
    valueAt(view.block, 'variables', name) ??
    valueAt(variable, 'default') ??
    valueAt(variable, 'lookup')
  if (given !== undefined) return []
  const hint = `Give it a default, or deploy with --var ${name}=…`
  return [found.note(at, `variable "${name}" has no value of its own`, { hint })]
}

function resourceFindings(
  [, type = '', key = '', ...rest]: readonly string[],
  at: Spot,
  path: readonly string[],
  view: TargetView,
): readonly Finding[] {
  // Python code may define what no file shows.
  const { config } = view
  const isOpen = valueAt(config, 'python') ?? valueAt(config, 'experimental', 'python')
  if (view.find(type, key) === undefined) return isOpen ? [] : [missing(type, key, at, view)]
  const fields = FIELDS.get(type)
  const field = rest.join('.').replaceAll(/\[\d+\]/g, '[]')
  if (fields === undefined || field === '') return []
  if (holds(fields.local, field)) return []
  if (holds(fields.remote, field)) return tooLate(field, at, path)
  const suggestion = nearest(field, [...fields.local])
  const message = `${type} have no field "${field}" to refer to`
  return [found.error(at, message, suggestion === undefined ? {} : { suggestion })]
}

function missing(type: string, key: string, at: Spot, view: TargetView): Finding {
  const elsewhere = view.resources.find((one) => one.key === key)
  const message = `there is no resource ${type}.${key}`
  if (elsewhere) return found.error(at, message, { suggestion: `${elsewhere.type}.${key}` })
  const suggestion = nearest(
    key,
    view.ofType(type).map((one) => one.key),
  )
  return found.error(
    at,
    message,
    suggestion === undefined ? {} : { suggestion: `${type}.${suggestion}` },
  )
}

function holds(fields: ReadonlySet<string>, field: string): boolean {
  return fields.has(field) || fields.has(field.replace(/[^.]+$/, '*'))
}

const KNOWN_AT_PLAN = new Set([...ID_FIELDS.values(), 'parent', 'branch'])

/** A field that the service fills in is no use in an id: a plan needs that before anything exists. */
function tooLate(field: string, at: Spot, path: readonly string[]): readonly Finding[] {
  const [section, type = '', , holder = ''] = path
  if (section !== 'resources' || !lakebaseTypes.has(type) || !KNOWN_AT_PLAN.has(holder)) return []
  const hint = 'Take .id, or a field that stands in the file.'
  return [
    found.error(at, `"${field}" is known after the deployment only, and ${holder} before`, {
      hint,
    }),
  ]
}

/** Values that a target gives to variables which nobody declared. */
function undeclared(view: TargetView): readonly Finding[] {
  const declared = entriesOf(valueAt(view.config, 'variables')).map(([name]) => name)
  const known = new Set(declared)
  return entriesOf(valueAt(view.block, 'variables')).flatMap(([name, { keyAt }]) => {
    if (known.has(name)) return []
    const suggestion = nearest(name, declared)
    const message = `variable "${name}" is given a value and is not declared`
    return [found.error(keyAt, message, suggestion === undefined ? {} : { suggestion })]
  })
}

/** Where the reference itself stands, not the whole text around it. */
function spotOf({ inner }: Reference, { at }: BundleScalar): Spot {
  const text = `\${${inner}`
  const start = at.source.text.indexOf(text, at.start)
  if (start === -1 || start >= at.end) return at
  return { ...at, start, end: Math.min(start + text.length + 1, at.end) }
}
