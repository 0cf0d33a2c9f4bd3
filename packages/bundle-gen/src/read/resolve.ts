import { type BundleScalar, type BundleValue, entriesOf, textOf, valueAt } from './bundle-value.js'
import { type Reference, referencesIn } from './references.js'
import { resourceId } from './resource-id.js'

/** References to references to references: the CLI follows as many, and a loop must end. */
const MAX_HOPS = 20
/** Two references to two references to two ... double at each step. */
const MAX_TEXT = 100_000

/** What one target says, and what has been looked up of it so far. */
export interface Scope {
  readonly config: BundleValue
  /** The target's own block. */
  readonly block: BundleValue | undefined
  readonly target: string | undefined
  readonly known: Map<string, BundleValue | undefined>
}

/** Resolves `${...}` with what one target says; leaves alone what only a workspace or a deployment knows. */
export function resolveValue(scope: Scope, value: BundleValue, hops = 0): BundleValue {
  if (value.kind === 'scalar') return resolveScalar(scope, value, hops)
  if (value.kind === 'list') {
    return { ...value, items: value.items.map((item) => resolveValue(scope, item, hops)) }
  }
  const entries = entriesOf(value).map(
    ([key, entry]) => [key, { ...entry, value: resolveValue(scope, entry.value, hops) }] as const,
  )
  return { ...value, entries: new Map(entries) }
}

function resolveScalar(scope: Scope, scalar: BundleScalar, hops: number): BundleValue {
  const text = textOf(scalar)
  if (!text?.includes('${') || hops > MAX_HOPS) return scalar
  const references = referencesIn(text)
  const [only] = references
  if (only && references.length === 1 && only.start === 0 && only.end === text.length) {
    const found = only.path && lookUp(scope, only.path, hops + 1)
    // The place stays where the reference is written: that is where the reader looks.
    return found ? { ...found, at: scalar.at } : scalar
  }
  return { ...scalar, value: interpolated(scope, text, references, hops) }
}

function interpolated(
  scope: Scope,
  text: string,
  references: readonly Reference[],
  hops: number,
): string {
  let result = ''
  let from = 0
  for (const { path, start, end } of references) {
    if (result.length > MAX_TEXT) return text
    const found = path && lookUp(scope, path, hops + 1)
    const plain = found?.kind === 'scalar' && found.value !== null ? String(found.value) : undefined
    result += text.slice(from, start) + (plain ?? text.slice(start, end))
    from = end
  }
  return result + text.slice(from)
}

/** The value that a reference stands for, itself resolved. */
function lookUp(scope: Scope, path: readonly string[], hops: number): BundleValue | undefined {
  const name = path.join('.')
  if (scope.known.has(name)) return scope.known.get(name)
  // While it is being looked up it is not known: a loop ends here and stays as written.
  scope.known.set(name, undefined)
  const found = rawValue(scope, path, hops)
  const value = found && resolveValue(scope, found, hops)
  scope.known.set(name, value)
  return value
}

function rawValue(scope: Scope, path: readonly string[], hops: number): BundleValue | undefined {
  const [root, ...rest] = path
  const [first = '', second, ...below] = rest
  if (root === 'var') return variable(scope, rest)
  if (root === 'variables' && second === 'value') return variable(scope, [first, ...below])
  if (root === 'resources') return resourceField(scope, rest, hops)
  if (root !== 'bundle' && root !== 'workspace') return undefined
  const isTarget = root === 'bundle' && (first === 'target' || first === 'environment')
  if (isTarget && scope.target !== undefined) {
    return { kind: 'scalar', at: scope.config.at, value: scope.target }
  }
  return at(scope.config, path)
}

function variable(scope: Scope, [name = '', ...rest]: readonly string[]): BundleValue | undefined {
  // A target gives the bare value, or a map with a default, as the declaration does.
  const own = valueAt(scope.block, 'variables', name)
  const value = overrideOf(own) ?? valueAt(scope.config, 'variables', name, 'default')
  return value && at(value, rest)
}

function overrideOf(own: BundleValue | undefined): BundleValue | undefined {
  if (own?.kind !== 'map') return own
  return valueAt(own, 'default') ?? (own.entries.has('lookup') ? undefined : own)
}

function resourceField(
  scope: Scope,
  [type = '', key = '', ...field]: readonly string[],
  hops: number,
): BundleValue | undefined {
  const resource = valueAt(scope.config, 'resources', type, key)
  if (resource === undefined || field.length === 0) return undefined
  if (field.join('.') !== 'id') return at(resource, field)
  const id = resourceId(type, resolveValue(scope, resource, hops + 1))
  return id === undefined ? undefined : { kind: 'scalar', at: resource.at, value: id }
}

/** The value at that path; `list[0]` takes an item. */
function at(value: BundleValue, path: readonly string[]): BundleValue | undefined {
  let found: BundleValue | undefined = value
  for (const part of path) {
    const [name = '', ...indices] = part.split('[')
    found = valueAt(found, name)
    for (const index of indices) {
      found = found?.kind === 'list' ? found.items[Number.parseInt(index, 10)] : undefined
    }
  }
  return found
}
