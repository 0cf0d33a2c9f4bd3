import type { BundleEntry, BundleMap, BundleValue } from './bundle-value.js'

/** Joins as the CLI does: maps key by key, lists one after the other, anything else is replaced by what comes later. */
export function mergeValues(base: BundleValue | undefined, over: BundleValue): BundleValue {
  if (base === undefined) return over
  if (over.kind === 'scalar' && over.value === null) return base
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over)
  if (base.kind === 'list' && over.kind === 'list') {
    return { ...base, items: [...base.items, ...over.items] }
  }
  return over
}

function mergeMaps(base: BundleMap, over: BundleMap): BundleMap {
  const entries = new Map<string, BundleEntry>(base.entries)
  for (const [key, { keyAt, value }] of over.entries) {
    entries.set(key, { keyAt, value: mergeValues(base.entries.get(key)?.value, value) })
  }
  return { ...base, entries }
}
