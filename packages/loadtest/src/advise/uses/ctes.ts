import { child, names, nodeIn, nodesIn, type Tree, text } from '../grammar/tree.js'
import { innerScope, NOTHING, renamed, type Scope } from './scope.js'

/** The scope in which the CTEs of a statement are known. */
export function withCtes(outer: Scope, body: Tree): Scope {
  const clause = child(body, 'withClause')
  if (!clause) return innerScope(outer)
  const ctes = new Map(outer.ctes)
  const scope = innerScope(outer, ctes)
  for (const [, cte] of nodesIn(clause, 'ctes')) {
    const name = text(cte, 'ctename')
    // Within itself a recursive CTE is known, its columns lead nowhere.
    if (clause.recursive === true) ctes.set(name, NOTHING)
    const query = nodeIn(cte, 'ctequery')
    const outputs = query ? scope.walk.walkQuery(scope, query) : NOTHING
    ctes.set(name, renamed(outputs, names(cte, 'aliascolnames')))
  }
  return scope
}
