import { type Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Block, Entry, Value } from './block.js'

/** The YAML of a block. */
export function blockNode(document: Document, block: Block): YAMLMap<Scalar, Node> {
  const map = new YAMLMap<Scalar, Node>(document.schema)
  // The first line of a block follows its name at once.
  const [first, ...rest] = block.lines
  if (first) map.items.push(pairOf(document, { ...first, apart: false }))
  for (const one of rest) map.items.push(pairOf(document, one))
  return map
}

function pairOf(document: Document, { key, value, above, beside, apart }: Entry) {
  const name = new Scalar(key)
  if (above !== undefined) name.commentBefore = commentText(above)
  if (apart) name.spaceBefore = true
  const node = valueNode(document, value)
  if (beside !== undefined) node.comment = ` ${beside}`
  return new Pair(name, node)
}

function valueNode(document: Document, value: Value): Node {
  if (typeof value !== 'object') return new Scalar(value)
  if ('lines' in value) return blockNode(document, value)
  const list = new YAMLSeq(document.schema)
  for (const item of value) {
    list.items.push(typeof item === 'string' ? new Scalar(item) : blockNode(document, item))
  }
  list.flow = isShort(value)
  return list
}

/** Names of columns read best on one line. */
function isShort(list: readonly unknown[]): boolean {
  const texts = list.filter((item) => typeof item === 'string')
  return (
    texts.length === list.length && texts.join(', ').length <= 60 && !texts.join().includes('$')
  )
}

function commentText(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : ` ${line}`))
    .join('\n')
}
