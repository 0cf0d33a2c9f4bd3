import type { CST } from 'yaml'

/** Whether the syntax tree has more levels than that; walks without recursion. */
export function isDeeperThan(tokens: readonly CST.Token[], levels: number): boolean {
  let level: readonly CST.Token[] = tokens
  // A document is a level of its own, around the levels of its content.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels + 1) return true
    level = level.flatMap(children)
  }
  return false
}

function children(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat())
}
