import type { TableClause } from '../../ast/statement.js'
import { parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { needQualifiedName } from './names.js'

/** Clauses that hold what is in their parentheses. */
const WITH_LIST = [
  ['PARTITIONED', 'BY'],
  ['CLUSTER', 'BY'],
  ['CLUSTERED', 'BY'],
  ['SORTED', 'BY'],
  ['SKEWED', 'BY'],
  ['TBLPROPERTIES'],
  ['OPTIONS'],
  ['WITH', 'DBPROPERTIES'],
] as const

/** How a table is stored, and what is said of it; clause after clause, in any order. */
export function parseTableClauses(parser: Parser): readonly TableClause[] {
  const clauses: TableClause[] = []
  for (;;) {
    const clause = tableClause(parser)
    if (clause === undefined) return clauses
    clauses.push(clause)
  }
}

function tableClause(parser: Parser): TableClause | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const kind = takeClause(parser)
  if (kind === undefined) return undefined
  const place = { start: first.start, end: cursor.end() }
  return typeof kind === 'string' ? { kind, ...place } : { ...kind, ...place }
}

function takeClause(parser: Parser): string | { kind: string; text?: string } | undefined {
  const { cursor } = parser
  if (cursor.take('USING')) return `USING ${needQualifiedName(cursor, 'a format').join('.')}`
  if (cursor.take('COMMENT')) {
    return { kind: 'COMMENT', text: cursor.string() ?? cursor.fail('a comment as a string') }
  }
  if (cursor.take('LOCATION')) {
    cursor.string() ?? cursor.fail('a location as a string')
    return 'LOCATION'
  }
  if (cursor.take('DEFAULT', 'COLLATION'))
    return `DEFAULT COLLATION ${cursor.needPart('a collation')}`
  if (cursor.take('CLUSTER', 'BY', 'AUTO') || cursor.take('CLUSTER', 'BY', 'NONE'))
    return 'CLUSTER BY'
  if (cursor.take('STORED', 'AS')) return `STORED AS ${cursor.needPart('a format')}`
  const found = WITH_LIST.find((words) => cursor.takeAll(words))
  if (found === undefined) return undefined
  skipParentheses(parser)
  if (cursor.take('INTO')) {
    cursor.next()
    cursor.need('BUCKETS')
  }
  return found.join(' ')
}

/** Properties are kept in the text only; their syntax is looser than that of expressions. */
function skipParentheses({ cursor }: Parser): void {
  cursor.needSymbol('(')
  for (let depth = 1; depth > 0; ) {
    const token = cursor.next()
    if (token.kind === 'end') cursor.fail('")"')
    if (token.kind === 'symbol' && token.text === '(') depth++
    if (token.kind === 'symbol' && token.text === ')') depth--
  }
}

/** `(a COMMENT '…', b)` of a view. */
export function parseViewColumns({ cursor }: Parser) {
  if (!cursor.atSymbol('(')) return []
  return parenthesized(cursor, () => {
    const name = cursor.needPart('a column')
    const comment = cursor.take('COMMENT') ? cursor.string() : undefined
    return { name, comment }
  })
}
