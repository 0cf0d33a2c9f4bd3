import type { Argument, Call } from '../ast/expression.js'
import type { OrderItem } from '../ast/query.js'
import { commaList } from './comma-list.js'
import type { Cursor } from './cursor.js'
import type { Parser } from './parser.js'
import { CALLABLE, RESERVED } from './reserved.js'
import { withUnitWord } from './unit-word.js'

/** `name(…)` with all that may follow; undefined when no parenthesis follows the name. */
export function parseCall(parser: Parser): Call | undefined {
  const { cursor } = parser
  if (!isCallAhead(cursor)) return undefined
  const first = cursor.peek()
  const start = cursor.position()
  const name = takeFunctionName(parser)
  if (name === undefined || !cursor.takeSymbol('(')) {
    cursor.reset(start)
    return undefined
  }
  const distinct = cursor.take('DISTINCT')
  if (!distinct && !cursor.atSymbol('(', 1)) cursor.take('ALL')
  const inside = parseArguments(parser)
  cursor.needSymbol(')')
  const behind = parseBehind(parser)
  const nulls = behind.nulls ?? inside.nulls
  return {
    kind: 'call',
    name,
    arguments: withUnitWord(name, inside.arguments),
    distinct,
    orderBy: inside.orderBy,
    nulls,
    withinGroup: behind.withinGroup,
    filter: behind.filter,
    over: behind.over,
    start: first.start,
    end: cursor.end(),
  }
}

/** Whether a parenthesis follows the name here, of whatever parts. */
export function isCallAhead(cursor: Cursor): boolean {
  let ahead = 1
  while (cursor.atSymbol('.', ahead)) ahead += 2
  return cursor.atSymbol('(', ahead)
}

function takeFunctionName({ cursor }: Parser): readonly string[] | undefined {
  const token = cursor.peek()
  if (token.kind !== 'word' && token.kind !== 'quoted name') return undefined
  if (token.kind === 'word' && RESERVED.has(token.upper) && !CALLABLE.has(token.upper)) {
    return undefined
  }
  const parts = [cursor.needPart('a function')]
  while (cursor.takeSymbol('.')) {
    const part = cursor.peek()
    if (part.kind !== 'word' && part.kind !== 'quoted name') return undefined
    parts.push(cursor.needPart('a function'))
  }
  return parts
}

interface Inside {
  readonly arguments: readonly Argument[]
  readonly orderBy: readonly OrderItem[]
  readonly nulls?: 'ignore' | 'respect' | undefined
}

function parseArguments(parser: Parser): Inside {
  const { cursor } = parser
  if (cursor.atSymbol(')')) return { arguments: [], orderBy: [] }
  const list = commaList(cursor, () => parseArgument(parser))
  const nulls = takeNulls(parser)
  const orderBy = cursor.take('ORDER', 'BY') ? parser.orderItems() : []
  return { arguments: list, orderBy, nulls }
}

/** `name => value`, `value AS name` (in `struct(…)`), `TABLE(t)`, or a value. */
function parseArgument(parser: Parser): Argument {
  const { cursor } = parser
  if (cursor.atSymbol('=>', 1)) {
    const name = cursor.needPart('a parameter')
    cursor.needSymbol('=>')
    return { name, value: parser.expression() }
  }
  const value = parser.expression()
  return { name: cursor.take('AS') ? cursor.needPart('a name') : undefined, value }
}

type Behind = Pick<Call, 'filter' | 'nulls' | 'over' | 'withinGroup'>

function parseBehind(parser: Parser): Behind {
  const { cursor } = parser
  const withinGroup = cursor.take('WITHIN', 'GROUP') ? parseWithinGroup(parser) : undefined
  const filter = parseFilter(parser)
  const nulls = takeNulls(parser)
  const over = cursor.take('OVER') ? parser.window() : undefined
  return { nulls, withinGroup, filter, over }
}

function takeNulls({ cursor }: Parser): 'ignore' | 'respect' | undefined {
  if (cursor.take('IGNORE', 'NULLS')) return 'ignore'
  return cursor.take('RESPECT', 'NULLS') ? 'respect' : undefined
}

function parseWithinGroup(parser: Parser): Behind['withinGroup'] {
  const { cursor } = parser
  cursor.needSymbol('(')
  cursor.need('ORDER', 'BY')
  const items = parser.orderItems()
  cursor.needSymbol(')')
  return items
}

function parseFilter(parser: Parser): Argument['value'] | undefined {
  const { cursor } = parser
  if (!cursor.at('FILTER') || !cursor.atSymbol('(', 1)) return undefined
  cursor.next()
  cursor.needSymbol('(')
  cursor.need('WHERE')
  const condition = parser.expression()
  cursor.needSymbol(')')
  return condition
}
