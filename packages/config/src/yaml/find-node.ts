import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { YamlPath } from '../workload.js'

/** A value in the tree with the key that holds it. Lists have no keys, and an empty value has no node. */
export interface FoundNode {
  readonly key?: Node
  readonly value?: Node
}

/** Follows the path through aliases and merge keys; stops at the last part that exists. */
export function findNode(
  document: Document.Parsed,
  path: YamlPath,
): FoundNode & { exists: boolean } {
  let found: FoundNode = document.contents ? { value: document.contents } : {}
  for (const segment of path) {
    const next = child(document, found.value, segment)
    if (!next) return { ...found, exists: false }
    found = next
  }
  return { ...found, exists: true }
}

function child(
  document: Document.Parsed,
  node: unknown,
  segment: string | number,
): FoundNode | undefined {
  const parent = resolved(document, node)
  if (isSeq(parent)) {
    const item = parent.items[Number(segment)]
    return isNode(item) ? { value: item } : undefined
  }
  if (!isMap(parent)) return undefined
  const pair = parent.items.find(({ key }) => keyText(key) === String(segment))
  return pair ? foundPair(pair) : mergedChild(document, parent.items, segment)
}

function mergedChild(
  document: Document.Parsed,
  pairs: readonly Pair[],
  segment: string | number,
): FoundNode | undefined {
  const merge = pairs.find(({ key }) => keyText(key) === '<<')
  const sources = resolved(document, merge?.value)
  const maps = isSeq(sources) ? sources.items : [sources]
  for (const map of maps) {
    const found = child(document, map, segment)
    if (found) return found
  }
  return undefined
}

function foundPair({ key, value }: Pair): FoundNode {
  return { ...(isNode(key) ? { key } : {}), ...(isNode(value) ? { value } : {}) }
}

function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node
}

function keyText(key: unknown): string | undefined {
  if (isScalar(key)) return String(key.value)
  return typeof key === 'string' ? key : undefined
}
