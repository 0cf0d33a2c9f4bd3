import { scalarsIn } from '../lint/walk.js'
import { placeOf, type Spot } from '../read/bundle-value.js'
import { referencesIn } from '../read/references.js'
import type { Resource } from '../read/target-view.js'
import type { FieldChange } from './bundle-diff.js'
import { recreates } from './field-changes.js'

interface Dependent {
  readonly resource: Resource
  readonly path: readonly string[]
  readonly text: string
  readonly at: Spot
}

/**
 * What refers to a field that only the service knows, such as the pipeline of a synced table, gets another
 * value when that resource is made anew; and so on, from table to table that share a pipeline.
 *
 * @param all The resources that stay, with whether they are made anew already.
 */
export function followReferences(
  all: readonly { readonly resource: Resource; readonly isRecreated: boolean }[],
): ReadonlyMap<Resource, readonly FieldChange[]> {
  const dependents = dependentsOf(all.map(({ resource }) => resource))
  const recreated = new Set(all.flatMap((one) => (one.isRecreated ? nameOf(one.resource) : [])))
  const changes = new Map<Resource, FieldChange[]>()
  // A set gives what is added to it while it is walked.
  for (const name of recreated) {
    for (const { resource, path, text, at } of dependents.get(name) ?? []) {
      const isFatal = recreates(resource.type, path[0] ?? '')
      const change = {
        path: path.join('.'),
        before: text,
        after: text,
        recreates: isFatal,
        follows: name,
        place: placeOf(at),
      }
      changes.set(resource, [...(changes.get(resource) ?? []), change])
      if (isFatal) recreated.add(nameOf(resource))
    }
  }
  return changes
}

/** By the resource referred to; references that a file can answer are resolved before. */
function dependentsOf(resources: readonly Resource[]): ReadonlyMap<string, readonly Dependent[]> {
  const byName = new Map<string, Dependent[]>()
  for (const { name, ...dependent } of resources.flatMap(openReferences)) {
    const known = byName.get(name)
    if (known) known.push(dependent)
    else byName.set(name, [dependent])
  }
  return byName
}

function openReferences(resource: Resource): readonly (Dependent & { readonly name: string })[] {
  return scalarsIn(resource.value).flatMap(({ path, scalar }) => {
    const text = typeof scalar.value === 'string' ? scalar.value : ''
    const references = text.includes('${') ? referencesIn(text) : []
    return references.flatMap(({ path: [root, type, key] = [] }) =>
      root === 'resources' ? { name: `${type}.${key}`, resource, path, text, at: scalar.at } : [],
    )
  })
}

function nameOf({ type, key }: Resource): string {
  return `${type}.${key}`
}
