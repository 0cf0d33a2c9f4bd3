import type { TableConstraint } from '../../ast/statement.js'
import { parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { needQualifiedName } from './names.js'

/** `[CONSTRAINT c] PRIMARY KEY (a) | FOREIGN KEY (a) REFERENCES t(b) | CHECK (…)` */
export function parseConstraint(parser: Parser): TableConstraint | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const start = cursor.position()
  const name = cursor.take('CONSTRAINT') ? cursor.needPart('the name of a constraint') : undefined
  const body = constraintBody(parser)
  if (body === undefined) {
    if (name !== undefined) return cursor.fail('PRIMARY KEY, FOREIGN KEY or CHECK')
    cursor.reset(start)
    return undefined
  }
  skipOptions(parser)
  return { name, ...body, start: first.start, end: cursor.end() }
}

type Body =
  | { readonly kind: 'primary key'; readonly columns: readonly string[] }
  | {
      readonly kind: 'foreign key'
      readonly columns: readonly string[]
      readonly table: readonly string[]
      readonly references: readonly string[]
    }
  | { readonly kind: 'check'; readonly condition: ReturnType<Parser['expression']> }

function constraintBody(parser: Parser): Body | undefined {
  const { cursor } = parser
  const columns = () => parenthesized(cursor, () => keyColumn(parser))
  if (cursor.take('PRIMARY', 'KEY')) return { kind: 'primary key', columns: columns() }
  if (cursor.take('FOREIGN', 'KEY')) {
    const own = columns()
    cursor.need('REFERENCES')
    const table = needQualifiedName(cursor, 'a table')
    const references = cursor.atSymbol('(') ? columns() : []
    return { kind: 'foreign key', columns: own, table, references }
  }
  if (!cursor.at('CHECK') || !cursor.atSymbol('(', 1)) return undefined
  cursor.next()
  return { kind: 'check', condition: parser.primary() }
}

function keyColumn({ cursor }: Parser): string {
  const name = cursor.needPart('a column')
  cursor.take('TIMESERIES')
  return name
}

const OPTIONS = [
  ['NOT', 'ENFORCED'],
  ['ENFORCED'],
  ['DEFERRABLE'],
  ['INITIALLY', 'DEFERRED'],
  ['RELY'],
  ['NORELY'],
  ['MATCH', 'FULL'],
  ['ON', 'UPDATE', 'NO', 'ACTION'],
  ['ON', 'DELETE', 'NO', 'ACTION'],
] as const

/** Databricks enforces none of them. */
function skipOptions({ cursor }: Parser): void {
  let found = true
  while (found) found = OPTIONS.some((words) => cursor.takeAll(words))
}
