import type { TableAlias } from '../ast/query.js'
import { parenthesized } from './comma-list.js'
import type { Cursor } from './cursor.js'

/** Words that go on with the table or the query, so that bare they are no alias of a table. */
const NO_ALIAS = new Set('PIVOT UNPIVOT TABLESAMPLE SET VERSION TIMESTAMP FOR'.split(' '))

/** `AS t(a, b)`, `t`, `AS (a, b)`; undefined when there is none. */
export function takeAlias(cursor: Cursor): TableAlias | undefined {
  const said = cursor.take('AS')
  const token = cursor.peek()
  const isBarred = !said && token.kind === 'word' && NO_ALIAS.has(token.upper) && goesOn(cursor)
  const name = isBarred ? undefined : cursor.takeName()
  const columns =
    (said || name !== undefined) && cursor.atSymbol('(')
      ? parenthesized(cursor, () => cursor.needPart('a column'))
      : []
  if (name === undefined && columns.length === 0) return said ? cursor.fail('an alias') : undefined
  return { name, columns }
}

/** A clause follows the word with a parenthesis or another word of its own. */
function goesOn(cursor: Cursor): boolean {
  return (
    cursor.atSymbol('(', 1) ||
    cursor.peek(1).kind === 'word' ||
    (cursor.at('VERSION') && cursor.peek(1).kind !== 'end')
  )
}
