import type { DataType } from '../ast/data-type.js'
import type { Call, Expression } from '../ast/expression.js'
import type {
  Join,
  OrderItem,
  Query,
  QueryBody,
  TableReference,
  WindowSpecification,
} from '../ast/query.js'
import type { Token } from '../lex/token.js'
import { type Cursor, cursorOf } from './cursor.js'
import { parseDataType } from './data-type.js'
import { parseExpression } from './expression.js'
import { parseOrderItems } from './order.js'
import { parsePrimary } from './primary.js'
import { parseQuery } from './query.js'
import { parseQueryBody } from './query-body.js'
import { remembered } from './remember.js'
import { parseJoin, parseTableReference } from './table-reference.js'
import { parseWindow } from './window.js'

/**
 * The rules of the grammar that call each other in circles. Each stands in a file of its own and gets
 * this, so that no file imports one that imports it.
 */
export interface Parser {
  readonly cursor: Cursor
  readonly expression: () => Expression
  /** Without AND, OR, NOT and comparisons: what may stand in `x BETWEEN … AND …`. */
  readonly operand: (binding?: number) => Expression
  readonly primary: () => Expression
  readonly dataType: () => DataType
  readonly query: () => Query
  readonly queryBody: () => QueryBody
  readonly tableReference: () => TableReference
  /** What is joined to a table on the left, undefined when nothing is. */
  readonly join: () => Omit<Join, 'left'> | undefined
  readonly orderItems: () => readonly OrderItem[]
  readonly window: () => WindowSpecification | string
  readonly call: () => Call
}

export function parserOf(tokens: readonly Token[]): Parser {
  const cursor = cursorOf(tokens)
  const nested = nesting(cursor)
  const parser: Parser = {
    cursor,
    expression: () => nested(() => parseExpression(parser)),
    operand: (binding = OPERAND) => nested(() => parseExpression(parser, binding)),
    primary: () => parsePrimary(parser),
    dataType: () => nested(() => parseDataType(parser)),
    query: remembered(cursor, () => nested(() => parseQuery(parser))),
    queryBody: () => parseQueryBody(parser),
    tableReference: () => nested(() => parseTableReference(parser)),
    join: remembered(cursor, () => nested(() => parseJoin(parser))),
    orderItems: () => parseOrderItems(parser),
    window: () => parseWindow(parser),
    call: () => {
      const value = parser.primary()
      return value.kind === 'call' ? value : cursor.fail('a function')
    },
  }
  return parser
}

/** Deeper texts would exhaust the stack; Spark itself gives up on some that are shallower. */
const MOST_LEVELS = 400

function nesting(cursor: Cursor): <T>(rule: () => T) => T {
  let level = 0
  return (rule) => {
    if (level >= MOST_LEVELS) return cursor.fail(`at most ${MOST_LEVELS} levels of nesting`)
    level++
    try {
      return rule()
    } finally {
      level--
    }
  }
}

/** Binds tighter than comparisons. */
const OPERAND = 5
