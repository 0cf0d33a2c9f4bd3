import { type BundleValue, entriesOf, type Spot, valueAt } from './bundle-value.js'
import { mergeValues } from './merge-values.js'
import type { Bundle } from './read-bundle.js'
import { resolveValue, type Scope } from './resolve.js'

/** A resource as one target deploys it. */
export interface Resource {
  readonly type: string
  readonly key: string
  readonly keyAt: Spot
  /** References resolved where they can be; what only a workspace knows still reads `${...}`. */
  readonly value: BundleValue
  /** As written, after includes and overrides. */
  readonly written: BundleValue
}

/** A bundle as one target deploys it. */
export interface TargetView {
  /** Undefined when the bundle has no targets. */
  readonly name: string | undefined
  /** The target's own block. */
  readonly block: BundleValue | undefined
  /** The whole configuration with the target's overrides, as written. */
  readonly config: BundleValue
  readonly resources: readonly Resource[]
  /** The resources of one type. */
  readonly ofType: (type: string) => readonly Resource[]
  readonly find: (type: string, key: string) => Resource | undefined
}

/** One view per target, or one in all when there is none. */
export function targetViews(bundle: Bundle): readonly TargetView[] {
  const { root } = bundle
  if (root === undefined) return []
  const targets = entriesOf(valueAt(root, 'targets') ?? valueAt(root, 'environments'))
  if (targets.length === 0) return [targetView(root, undefined, undefined)]
  return targets.map(([name, { value }]) => targetView(root, name, value))
}

const OVERRIDABLE = [
  'resources',
  'workspace',
  'bundle',
  'sync',
  'run_as',
  'permissions',
  'artifacts',
  'presets',
]

function targetView(
  root: BundleValue,
  name: string | undefined,
  block: BundleValue | undefined,
): TargetView {
  const config = withOverrides(root, block)
  const scope: Scope = { config, block, target: name, known: new Map() }
  const resources = entriesOf(valueAt(config, 'resources')).flatMap(([type, { value: group }]) =>
    entriesOf(group).map(([key, { keyAt, value: written }]) => ({
      type,
      key,
      keyAt,
      written,
      value: resolveValue(scope, written),
    })),
  )
  const byType = new Map<string, Resource[]>()
  for (const one of resources) {
    const same = byType.get(one.type)
    if (same) same.push(one)
    else byType.set(one.type, [one])
  }
  const byName = new Map(resources.map((one) => [`${one.type}.${one.key}`, one]))
  return {
    name,
    block,
    config,
    resources,
    ofType: (type) => byType.get(type) ?? [],
    find: (type, key) => byName.get(`${type}.${key}`),
  }
}

function withOverrides(root: BundleValue, block: BundleValue | undefined): BundleValue {
  if (root.kind !== 'map') return root
  const entries = new Map(root.entries)
  for (const [key, { keyAt, value }] of entriesOf(block)) {
    if (!OVERRIDABLE.includes(key)) continue
    entries.set(key, { keyAt, value: mergeValues(root.entries.get(key)?.value, value) })
  }
  return { ...root, entries }
}
