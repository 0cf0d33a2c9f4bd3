import type { ColumnDefinition, Identity } from '../../ast/statement.js'
import type { Parser } from '../parser.js'

/** `name TYPE NOT NULL DEFAULT 1 COMMENT '…'`, what follows the type in any order. */
export function parseColumnDefinition(parser: Parser): ColumnDefinition {
  const { cursor } = parser
  const first = cursor.peek()
  const name = cursor.needPart('a column')
  cursor.takeSymbol(':')
  const hasType = !cursor.atSymbol(',') && !cursor.atSymbol(')') && !cursor.at('COMMENT')
  const type = hasType ? parser.dataType() : undefined
  let column: Omit<ColumnDefinition, 'start' | 'end'> = {
    name,
    type,
    nullable: true,
    primaryKey: false,
    checks: [],
  }
  for (;;) {
    const more = columnOption(parser, column)
    if (more === undefined) return { ...column, start: first.start, end: cursor.end() }
    column = more
  }
}

type Column = Omit<ColumnDefinition, 'start' | 'end'>

function columnOption(parser: Parser, column: Column): Column | undefined {
  const { cursor } = parser
  if (cursor.take('NOT', 'NULL')) return { ...column, nullable: false }
  if (cursor.take('NULL')) return column
  if (cursor.take('CONSTRAINT')) {
    cursor.needPart('the name of a constraint')
    return column
  }
  if (cursor.take('PRIMARY', 'KEY')) return { ...column, primaryKey: true, nullable: false }
  if (cursor.take('DEFAULT')) return { ...column, default: parser.expression() }
  if (cursor.take('COMMENT')) {
    return { ...column, comment: cursor.string() ?? cursor.fail('a comment as a string') }
  }
  if (cursor.take('CHECK')) {
    return { ...column, checks: [...column.checks, parser.primary()] }
  }
  return cursor.take('GENERATED') ? generated(parser, column) : undefined
}

function generated(parser: Parser, column: Column): Column {
  const { cursor } = parser
  const always = cursor.take('ALWAYS')
  if (!always) cursor.need('BY', 'DEFAULT')
  cursor.need('AS')
  if (!cursor.take('IDENTITY')) return { ...column, generated: parser.primary() }
  return { ...column, identity: { always, ...identityOptions(parser) } }
}

/** `(START WITH 1 INCREMENT BY 1)` */
function identityOptions({ cursor }: Parser): Omit<Identity, 'always'> {
  if (!cursor.takeSymbol('(')) return {}
  let options: Omit<Identity, 'always'> = {}
  while (!cursor.takeSymbol(')')) {
    if (cursor.take('START', 'WITH')) options = { ...options, start: integer(cursor) }
    else if (cursor.take('INCREMENT', 'BY')) options = { ...options, increment: integer(cursor) }
    else cursor.fail('START WITH or INCREMENT BY')
    cursor.takeSymbol(',')
  }
  return options
}

function integer(cursor: Parser['cursor']): string {
  const sign = cursor.takeSymbol('-') ? '-' : ''
  const token = cursor.next()
  return token.kind === 'number' ? sign + token.text : cursor.fail('a whole number')
}
