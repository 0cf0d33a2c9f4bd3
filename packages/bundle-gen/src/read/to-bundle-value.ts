import { type Document, isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import type { BundleEntry, BundleValue, PlainScalar, Spot } from './bundle-value.js'
import type { SourceFile } from './source-file.js'

/** How many values the aliases of one file may stand for: ten aliases of ten aliases of ... never end. */
const MAX_VALUES = 250_000

export interface ValueProblem {
  readonly message: string
  readonly at: Spot
}

/** The document as values with places: aliases are followed and `<<` merged, as the CLI does. */
export function toBundleValue(
  document: Document.Parsed,
  source: SourceFile,
): { readonly value?: BundleValue; readonly problems: readonly ValueProblem[] } {
  const problems: ValueProblem[] = []
  const open = new Set<unknown>()
  let values = 0

  const spotOf = (node: unknown, fallback: Spot): Spot => {
    const range = rangeOf(node)
    return range ? { source, start: range[0], end: range[1] } : fallback
  }

  function convert(node: unknown, around: Spot): BundleValue {
    const at = spotOf(node, around)
    values += 1
    if (values > MAX_VALUES) return { kind: 'scalar', at, value: null }
    if (isAlias(node)) return followed(node, at)
    if (isMap(node)) return { kind: 'map', at, entries: entriesOf(node, at) }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => convert(item, at)) }
    return { kind: 'scalar', at, value: isScalar(node) ? plainScalar(node.value) : null }
  }

  function followed(alias: { source: string; resolve: (d: Document) => unknown }, at: Spot) {
    const target = alias.resolve(document)
    const nothing: BundleValue = { kind: 'scalar', at, value: null }
    if (target === undefined || open.has(target)) {
      const message = target
        ? `alias "*${alias.source}" stands inside its own anchor`
        : `alias "*${alias.source}" has no anchor "&${alias.source}" before it`
      problems.push({ message, at })
      return nothing
    }
    open.add(target)
    const value = convert(target, at)
    open.delete(target)
    return value
  }

  function entriesOf(map: YAMLMap, at: Spot): ReadonlyMap<string, BundleEntry> {
    const own = new Map<string, BundleEntry>()
    const merged: (readonly [string, BundleEntry])[] = []
    for (const { key, value } of map.items) {
      const keyAt = spotOf(key, at)
      const name = keyText(key)
      if (name === undefined) problems.push({ message: 'a key that is not a text', at: keyAt })
      else if (name === '<<') merged.push(...mergedEntries(convert(value, keyAt), keyAt))
      else own.set(name, { keyAt, value: convert(value, keyAt) })
    }
    // What stands in the map itself wins over what is merged in, and the first merged over the next.
    return new Map([...merged.toReversed(), ...own])
  }

  function mergedEntries(
    value: BundleValue,
    at: Spot,
  ): readonly (readonly [string, BundleEntry])[] {
    const maps = value.kind === 'list' ? value.items : [value]
    return maps.flatMap((map) => {
      if (map.kind === 'map') return [...map.entries]
      problems.push({ message: '"<<" merges maps only', at })
      return []
    })
  }

  const whole: Spot = { source, start: 0, end: 1 }
  const value = convert(document.contents, whole)
  if (values > MAX_VALUES) {
    problems.push({ message: `aliases that stand for over ${MAX_VALUES} values`, at: whole })
  }
  return problems.length > 0 ? { problems } : { value, problems }
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value ?? '') : undefined
}

function plainScalar(value: unknown): PlainScalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (typeof value === 'bigint') return Number(value)
  return value === null || value === undefined ? null : String(value)
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const { range } = node
  if (!Array.isArray(range)) return undefined
  const [start, end]: readonly unknown[] = range
  if (typeof start !== 'number' || typeof end !== 'number' || end <= start) return undefined
  return [start, end]
}
