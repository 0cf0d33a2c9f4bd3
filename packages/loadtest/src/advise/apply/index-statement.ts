import { AdviseError } from '../advise-error.js'
import type { Grammar } from '../grammar/parse.js'
import { child, isTree, nodesIn, type Tree, text } from '../grammar/tree.js'

/** A CREATE INDEX as the grammar reads it. */
export interface IndexStatement {
  readonly sql: string
  readonly name: string
  readonly schema?: string
  readonly table: string
  readonly tree: Tree
}

/** @throws AdviseError NOT_AN_INDEX, SYNTAX, WOULD_LOCK */
export function readIndexStatement(
  grammar: Grammar,
  sql: string,
  allowLocks: boolean,
): IndexStatement {
  const [statement, ...others] = grammar.parse(sql)
  const [kind, tree] = statement?.node ?? ['', {}]
  if (!statement || others.length > 0 || kind !== 'IndexStmt')
    throw new AdviseError('NOT_AN_INDEX', `not exactly one CREATE INDEX: ${sql}`)
  const name = text(tree, 'idxname')
  if (name === '') throw new AdviseError('NOT_AN_INDEX', `an index needs a name: ${sql}`)
  if (tree.concurrent !== true && !allowLocks) {
    throw new AdviseError(
      'WOULD_LOCK',
      `writes to the table would wait until the index is built: use CREATE INDEX CONCURRENTLY, or allow locks: ${sql}`,
    )
  }
  const relation = child(tree, 'relation') ?? {}
  const schema = text(relation, 'schemaname')
  return {
    sql: statement.text,
    name,
    ...(schema !== '' && { schema }),
    table: text(relation, 'relname'),
    tree,
  }
}

/** It holds more than columns. */
export function hasExpression({ tree }: IndexStatement): boolean {
  return nodesIn(tree, 'indexParams').some(([, element]) => child(element, 'expr') !== undefined)
}

/** Whether both define the same index of the same table, however they are written. */
export function sameIndex(one: IndexStatement, other: IndexStatement): boolean {
  return one.table === other.table && definition(one.tree) === definition(other.tree)
}

function definition(tree: Tree): string {
  const { accessMethod, indexParams, indexIncludingParams, whereClause, unique } = tree
  return JSON.stringify(
    [accessMethod ?? 'btree', indexParams, indexIncludingParams, whereClause, unique],
    (field, value) => (field === 'location' ? undefined : plain(value)),
  )
}

/** Postgres writes the type of each constant, people do not. */
function plain(value: unknown): unknown {
  if (!isTree(value)) return value
  const cast = child(value, 'TypeCast')
  const argument = cast && child(cast, 'arg')
  return argument && 'A_Const' in argument ? argument : value
}
