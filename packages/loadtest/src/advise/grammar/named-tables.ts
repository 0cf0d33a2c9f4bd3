import { type Node, nodesBelow, text } from './tree.js'

/** Names of tables that a statement may mean, those of its CTEs among them. */
export function namedTables(statement: Node): readonly string[] {
  return [...nodesBelow(statement)].flatMap(([, body]) => text(body, 'relname') || [])
}
