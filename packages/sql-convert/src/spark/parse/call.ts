import type { Argument, Call } from '../ast/expression.js'
import type { OrderItem, WindowSpecification } from '../ast/query.js'
import { commaList } from './comma-list.js'
import type { Parser } from './parser.js'
import { CALLABLE, RESERVED } from './reserved.js'
import { withUnitWord } from './unit-word.js'

/** `name(…)` with all that may follow; undefined when no parenthesis follows the name. */
export function parseCall(parser: Parser): Call | undefined {
  const { cursor } = parser
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
    ...(nulls && { nulls }),
    ...(behind.withinGroup && { withinGroup: behind.withinGroup }),
    ...(behind.filter && { filter: behind.filter }),
    ...(behind.over !== undefined && { over: behind.over }),
    ...cursor.spanFrom(first),
  }
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
  readonly nulls?: 'ignore' | 'respect'
}

function parseArguments(parser: Parser): Inside {
  const { cursor } = parser
  if (cursor.atSymbol(')')) return { arguments: [], orderBy: [] }
  const list = commaList(cursor, () => parseArgument(parser))
  const nulls = takeNulls(parser)
  const orderBy = cursor.take('ORDER', 'BY') ? parser.orderItems() : []
  return { arguments: list, orderBy, ...(nulls && { nulls }) }
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
  return cursor.take('AS') ? { name: cursor.needPart('a name'), value } : { value }
}

interface Behind {
  readonly nulls?: 'ignore' | 'respect'
  readonly withinGroup?: readonly OrderItem[]
  readonly filter?: Argument['value']
  readonly over?: WindowSpecification | string
}

function parseBehind(parser: Parser): Behind {
  const { cursor } = parser
  const withinGroup = cursor.take('WITHIN', 'GROUP') ? parseWithinGroup(parser) : undefined
  const filter = parseFilter(parser)
  const nulls = takeNulls(parser)
  const over = cursor.take('OVER') ? parser.window() : undefined
  return {
    ...(nulls && { nulls }),
    ...(withinGroup && { withinGroup }),
    ...(filter && { filter }),
    ...(over !== undefined && { over }),
  }
}

function takeNulls({ cursor }: Parser): 'ignore' | 'respect' | undefined {
  if (cursor.take('IGNORE', 'NULLS')) return 'ignore'
  return cursor.take('RESPECT', 'NULLS') ? 'respect' : undefined
}

function parseWithinGroup({ cursor, orderItems }: Parser): readonly OrderItem[] {
  cursor.needSymbol('(')
  cursor.need('ORDER', 'BY')
  const items = orderItems()
  cursor.needSymbol(')')
  return items
}

function parseFilter({ cursor, expression }: Parser): Argument['value'] | undefined {
  if (!cursor.at('FILTER') || !cursor.atSymbol('(', 1)) return undefined
  cursor.next()
  cursor.needSymbol('(')
  cursor.need('WHERE')
  const condition = expression()
  cursor.needSymbol(')')
  return condition
}
