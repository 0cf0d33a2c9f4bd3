import { isMap, isNode, isScalar, type Node, type Pair } from 'yaml'
import { KEEP, MARKER } from '../generate/marker.js'

/** Whether a resource carries our marker on one of its own lines. */
export function isOurs(resource: unknown): boolean {
  return isMap(resource) && resource.items.some(({ value }) => hasMark(value, MARKER))
}

/** Whether the line says that its value is to stay. */
export function isKept({ value }: Pair<unknown, unknown>): boolean {
  return hasMark(value, KEEP) || (isMap(value) && firstLine(value.commentBefore) === KEEP)
}

function hasMark(node: unknown, mark: string): boolean {
  return (
    isNode(node) &&
    firstLine(node.comment)
      ?.split(/[;,]/)
      .some((word) => word.trim() === mark) === true
  )
}

function firstLine(comment: Node['comment']): string | undefined {
  return comment?.split('\n')[0]?.trim()
}

/** The key of a pair as text. */
export function keyOf({ key }: Pair<unknown, unknown>): string {
  return String(isScalar(key) ? key.value : key)
}
