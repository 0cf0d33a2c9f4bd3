import behaviour from '../data/change-behaviour.json' with { type: 'json' }
import {
  type BundleValue,
  entriesOf,
  entryAt,
  placeOf,
  plainOf,
  type Spot,
} from '../read/bundle-value.js'
import type { FieldChange } from './bundle-diff.js'

const SETTINGS = new Set(behaviour.settingsOfTheCli)

interface TypeBehaviour {
  readonly recreatedBy: 'any' | ReadonlySet<string>
  readonly asks: boolean
}

/** What changes of a Lakebase type do; nothing for other types. */
export const BEHAVIOUR: ReadonlyMap<string, TypeBehaviour> = new Map(
  Object.entries(behaviour.types).map(([type, { recreatedBy, asks }]) => [
    type,
    { recreatedBy: typeof recreatedBy === 'string' ? 'any' : new Set(recreatedBy), asks },
  ]),
)

/** The fields that differ, maps field by field and lists as a whole. */
export function fieldChanges(
  type: string,
  before: BundleValue,
  after: BundleValue,
): readonly FieldChange[] {
  return differences(before, after, []).map(({ path, ...values }) => ({
    path: path.join('.'),
    before: values.before && plainOf(values.before),
    after: values.after && plainOf(values.after),
    recreates: recreates(type, path[0] ?? ''),
    ...place(values.at),
  }))
}

interface Difference {
  readonly path: readonly string[]
  readonly before: BundleValue | undefined
  readonly after: BundleValue | undefined
  readonly at: Spot | undefined
}

function differences(
  before: BundleValue | undefined,
  after: BundleValue | undefined,
  path: readonly string[],
): readonly Difference[] {
  if (before?.kind === 'map' && after?.kind === 'map') {
    const keys = new Set([...entriesOf(before), ...entriesOf(after)].map(([key]) => key))
    return [...keys].flatMap((key) =>
      differences(entryAt(before, key)?.value, entryAt(after, key)?.value, [...path, key]),
    )
  }
  const same = JSON.stringify(before && plainOf(before)) === JSON.stringify(after && plainOf(after))
  return same ? [] : [{ path, before, after, at: (after ?? before)?.at }]
}

/** Whether a change of that field makes a resource anew. What the CLI keeps to itself changes nothing. */
export function recreates(type: string, field: string): boolean {
  const known = BEHAVIOUR.get(type)
  if (known === undefined || SETTINGS.has(field)) return false
  return known.recreatedBy === 'any' || known.recreatedBy.has(field)
}

function place(at: Spot | undefined): Pick<FieldChange, 'place'> {
  return at === undefined ? {} : { place: placeOf(at) }
}
