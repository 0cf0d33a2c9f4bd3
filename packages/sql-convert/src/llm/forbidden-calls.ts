import type { PostgresStatement } from '../verify/grammar/parse-postgres.js'
import { isTree, list, text } from '../verify/grammar/tree.js'

/** Functions that reach files, other servers, settings or sessions: no conversion needs one. */
const FORBIDDEN =
  /^(?:pg_(?!input_is_valid$|typeof$)|lo_|dblink|set_config$|setval$|nextval$|query_to_xml|table_to_xml|cursor_to_xml|txid_)/

/** The calls in a statement that no conversion needs, by name. */
export function forbiddenCalls({ tree }: PostgresStatement): readonly string[] {
  return [...new Set(callsIn(tree))].filter((name) => FORBIDDEN.test(name))
}

function callsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(callsIn)
  if (!isTree(node)) return []
  const name = list(node, 'funcname').at(-1)?.String
  const own = isTree(name) ? [text(name, 'sval')] : []
  return [...own, ...Object.values(node).flatMap(callsIn)]
}
