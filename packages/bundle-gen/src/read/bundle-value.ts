import type { Place } from '../finding.js'
import type { SourceFile } from './source-file.js'

/** A stretch of a file; it becomes a line and a column only when somebody asks. */
export interface Spot {
  readonly source: SourceFile
  readonly start: number
  readonly end: number
}

/** A value of a bundle with the place that it came from, after includes and overrides are joined. */
export type BundleValue = BundleMap | BundleList | BundleScalar

export interface BundleMap {
  readonly kind: 'map'
  readonly at: Spot
  readonly entries: ReadonlyMap<string, BundleEntry>
}

export interface BundleEntry {
  readonly keyAt: Spot
  readonly value: BundleValue
}

interface BundleList {
  readonly kind: 'list'
  readonly at: Spot
  readonly items: readonly BundleValue[]
}

export type PlainScalar = string | number | boolean | null

export interface BundleScalar {
  readonly kind: 'scalar'
  readonly at: Spot
  readonly value: PlainScalar
}

export function placeOf({ source, start, end }: Spot): Place {
  return source.place(start, end)
}

/** The value under those keys; undefined where a key is missing or something else than a map is in the way. */
export function valueAt(
  value: BundleValue | undefined,
  ...keys: readonly string[]
): BundleValue | undefined {
  return keys.reduce<BundleValue | undefined>((parent, key) => entryAt(parent, key)?.value, value)
}

export function entryAt(value: BundleValue | undefined, key: string): BundleEntry | undefined {
  return value?.kind === 'map' ? value.entries.get(key) : undefined
}

/** The entries of a map, or none. */
export function entriesOf(
  value: BundleValue | undefined,
): readonly (readonly [string, BundleEntry])[] {
  return value?.kind === 'map' ? [...value.entries] : []
}

/** The items of a list, or none. */
export function itemsOf(value: BundleValue | undefined): readonly BundleValue[] {
  return value?.kind === 'list' ? value.items : []
}

export function textOf(value: BundleValue | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined
}

export function numberOf(value: BundleValue | undefined): number | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined
}

export function isTrue(value: BundleValue | undefined): boolean {
  return value?.kind === 'scalar' && value.value === true
}

/** True while a value waits for something that only a workspace or a deployment knows. */
export function isOpen(value: BundleValue | undefined): boolean {
  return textOf(value)?.includes('${') ?? false
}

/** The plain data behind a value, places left out. */
export function plainOf(value: BundleValue): unknown {
  if (value.kind === 'scalar') return value.value
  if (value.kind === 'list') return value.items.map(plainOf)
  return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plainOf(entry.value)]))
}
