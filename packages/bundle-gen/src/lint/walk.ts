import type { BundleScalar, BundleValue, Spot } from '../read/bundle-value.js'

export interface WalkedScalar {
  readonly path: readonly string[]
  readonly scalar: BundleScalar
}

export interface WalkedField {
  /** As the field data name it: `permissions[].level`. */
  readonly path: string
  readonly keyAt: Spot
  readonly value: BundleValue
}

/** Every scalar under a value, with the keys that lead to it; items of a list have no key of their own. */
export function scalarsIn(
  value: BundleValue,
  path: readonly string[] = [],
): readonly WalkedScalar[] {
  if (value.kind === 'scalar') return [{ path, scalar: value }]
  if (value.kind === 'list') return value.items.flatMap((item) => scalarsIn(item, path))
  return [...value.entries].flatMap(([key, entry]) => scalarsIn(entry.value, [...path, key]))
}

/** Every key under a value, down to those below `stopAt`. */
export function fieldsIn(
  value: BundleValue,
  stopAt: (path: string) => boolean,
  path = '',
): readonly WalkedField[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item) => fieldsIn(item, stopAt, `${path}[]`))
  }
  if (value.kind === 'scalar') return []
  return [...value.entries].flatMap(([key, { keyAt, value: inner }]) => {
    const own = path === '' ? key : `${path}.${key}`
    const below = stopAt(own) ? [] : fieldsIn(inner, stopAt, own)
    return [{ path: own, keyAt, value: inner }, ...below]
  })
}
