import type { SqlToken } from '../sql/sql-tokens.js'
import type { Column } from '../workload.js'
import { isWord, type TokenCursor, takeNameList } from './token-cursor.js'

/** One entry between the parentheses of CREATE TABLE. */
export type TableElement =
  | { readonly kind: 'column'; readonly column: Column; readonly primaryKey: boolean }
  | { readonly kind: 'primary key'; readonly columns: readonly string[] }
  | { readonly kind: 'other' }

const AFTER_TYPE = [
  ...['NOT', 'NULL', 'COMMENT', 'DEFAULT', 'GENERATED', 'PRIMARY', 'CONSTRAINT', 'MASK'],
  ...['COLLATE', 'REFERENCES', 'UNIQUE', 'CHECK', 'FOREIGN', 'OPTIONS'],
]
const TABLE_CONSTRAINTS = ['CONSTRAINT', 'PRIMARY', 'FOREIGN', 'CHECK', 'UNIQUE', 'LIKE', 'PERIOD']

/** Reads to the comma or parenthesis that ends the entry; undefined where there is neither column nor constraint. */
export function takeTableElement(cursor: TokenCursor, sql: string): TableElement | undefined {
  if (TABLE_CONSTRAINTS.some((word) => isWord(cursor.peek(), word))) return takeConstraint(cursor)
  const name = cursor.next()
  if (name?.kind !== 'word' && name?.kind !== 'quoted') return undefined
  const type = takeType(cursor)
  const [first, last] = [type[0], type.at(-1)]
  if (!first || !last) return undefined
  const rest = takeRest(cursor)
  const has = (...words: readonly string[]) =>
    rest.some((_, index) => words.every((word, step) => isWord(rest[index + step], word)))
  const primaryKey = has('PRIMARY', 'KEY')
  const column = {
    name: name.text,
    type: sql.slice(first.start, last.end).replace(/\s+/g, ' '),
    nullable: !primaryKey && !has('NOT', 'NULL'),
  }
  return { kind: 'column', column, primaryKey }
}

function takeConstraint(cursor: TokenCursor): TableElement {
  if (cursor.takeWords('CONSTRAINT')) cursor.next()
  const isKey = cursor.takeWords('PRIMARY', 'KEY')
  const columns = isKey ? takeNameList(cursor) : []
  takeRest(cursor)
  return isKey ? { kind: 'primary key', columns } : { kind: 'other' }
}

/** `STRUCT<a: ARRAY<INT>, b: STRING NOT NULL>` and `DECIMAL(10, 2)` are one type each. */
function takeType(cursor: TokenCursor): readonly SqlToken[] {
  return takeUntil(cursor, (token) => AFTER_TYPE.some((word) => isWord(token, word)))
}

function takeRest(cursor: TokenCursor): readonly SqlToken[] {
  return takeUntil(cursor, () => false)
}

function takeUntil(cursor: TokenCursor, ends: (token: SqlToken) => boolean): readonly SqlToken[] {
  const taken: SqlToken[] = []
  let depth = 0
  for (let token = cursor.peek(); token; token = cursor.peek()) {
    const symbol = token.kind === 'symbol' ? token.text : ''
    if (depth === 0 && (symbol === ',' || symbol === ')' || ends(token))) return taken
    if (symbol === '(' || symbol === '<') depth += 1
    if (symbol === ')' || symbol === '>') depth -= 1
    taken.push(token)
    cursor.next()
  }
  return taken
}
