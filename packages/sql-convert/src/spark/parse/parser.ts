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
import { Cursor } from './cursor.js'
import { parseDataType } from './data-type.js'
import { parseExpression } from './expression.js'
import { Memory } from './memory.js'
import { parseOrderItems } from './order.js'
import { parsePrimary } from './primary.js'
import { parseQuery } from './query.js'
import { parseQueryBody } from './query-body.js'
import { beginsJoin, parseJoin, parseTableReference } from './table-reference.js'
import { parseWindow } from './window.js'

/** Binds tighter than comparisons. */
const OPERAND = 5

/** Deeper texts would exhaust the stack; Spark itself gives up on some that are shallower. */
const MOST_LEVELS = 400

/**
 * The rules of the grammar that call each other in circles. Each stands in a file of its own and gets
 * this, so that no file imports one that imports it.
 */
export class Parser {
  readonly cursor: Cursor
  readonly #queries = new Memory<Query>()
  readonly #joins = new Memory<Omit<Join, 'left'> | undefined>()
  #level = 0

  constructor(tokens: readonly Token[]) {
    this.cursor = new Cursor(tokens)
  }

  expression(): Expression {
    return this.#nested(parseExpression)
  }

  /** Without AND, OR, NOT and comparisons: what may stand in `x BETWEEN … AND …`. */
  operand(binding = OPERAND): Expression {
    return this.#nested((parser) => parseExpression(parser, binding))
  }

  primary(): Expression {
    return parsePrimary(this)
  }

  dataType(): DataType {
    return this.#nested(parseDataType)
  }

  query(): Query {
    return this.#queries.once(this.cursor, () => this.#nested(parseQuery))
  }

  queryBody(): QueryBody {
    return parseQueryBody(this)
  }

  tableReference(): TableReference {
    return this.#nested(parseTableReference)
  }

  /** What is joined to a table on the left, undefined when nothing is. */
  join(): Omit<Join, 'left'> | undefined {
    if (!beginsJoin(this.cursor)) return undefined
    return this.#joins.once(this.cursor, () => this.#nested(parseJoin))
  }

  orderItems(): readonly OrderItem[] {
    return parseOrderItems(this)
  }

  window(): WindowSpecification | string {
    return parseWindow(this)
  }

  call(): Call {
    const value = this.primary()
    return value.kind === 'call' ? value : this.cursor.fail('a function')
  }

  #nested<T>(rule: (parser: Parser) => T): T {
    if (this.#level >= MOST_LEVELS) this.cursor.fail(`at most ${MOST_LEVELS} levels of nesting`)
    this.#level++
    try {
      return rule(this)
    } finally {
      this.#level--
    }
  }
}
