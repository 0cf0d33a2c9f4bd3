import type { Catalog } from '../catalog/catalog.js'
import type { Rules } from '../functions/rules.js'
import type { PgOrderItem, PgWindow } from '../postgres/expression.js'
import type { PgQuery, PgQueryBody, PgTable } from '../postgres/query.js'
import type { Span } from '../source/span.js'
import type { Call, Expression } from '../spark/ast/expression.js'
import type {
  OrderItem,
  Query,
  QueryBody,
  TableReference,
  WindowSpecification,
} from '../spark/ast/query.js'
import type { Bound } from './bound.js'
import type { Context } from './context.js'
import { applyFunction, lowerCall } from './expression/call.js'
import { lowerExpression } from './expression/expression.js'
import { lowerWindow } from './expression/window.js'
import { lowerBody } from './query/body.js'
import { lowerOrder } from './query/order.js'
import { lowerQuery } from './query/query.js'
import { lowerTable } from './query/table.js'
import type { OutputColumn, Relation, Scope } from './scope.js'

/**
 * The rules of the lowering that call each other in circles. Each stands in a file of its own and gets
 * this, so that no file imports one that imports it.
 */
export class Lowerer {
  readonly context: Context
  readonly catalog: Catalog
  readonly rules: Rules

  constructor(context: Context, catalog: Catalog, rules: Rules) {
    this.context = context
    this.catalog = catalog
    this.rules = rules
  }

  expression(expression: Expression, scope: Scope): Bound {
    return lowerExpression(this, expression, scope)
  }

  call(call: Call, scope: Scope): Bound {
    return lowerCall(this, call, scope)
  }

  /** A function of Spark over what is lowered already. */
  apply(name: string, values: readonly Bound[], span: Span, scope: Scope): Bound {
    return applyFunction(this, bareCall(name, span), name, values, scope)
  }

  order(items: readonly OrderItem[], scope: Scope): readonly PgOrderItem[] {
    return lowerOrder(this, items, scope)
  }

  window(window: WindowSpecification | string, scope: Scope): PgWindow | string {
    return lowerWindow(this, window, scope)
  }

  query(query: Query, scope: Scope): LoweredQuery {
    return lowerQuery(this, query, scope)
  }

  body(body: QueryBody, scope: Scope): LoweredBody {
    return lowerBody(this, body, scope)
  }

  table(table: TableReference, scope: Scope): LoweredTable {
    return lowerTable(this, table, scope)
  }
}

export interface LoweredQuery {
  readonly query: PgQuery
  /** Missing where a table's columns are not known. */
  readonly columns?: readonly OutputColumn[] | undefined
}

export interface LoweredBody {
  readonly body: PgQueryBody
  readonly columns?: readonly OutputColumn[] | undefined
}

export interface LoweredTable {
  readonly table: PgTable
  readonly relations: readonly Relation[]
  /** Conditions of semi and anti joins, which hold for the rows of the query. */
  readonly conditions: readonly Bound['pg'][]
}

function bareCall(name: string, { start, end }: Span): Call {
  return { kind: 'call', name: [name], arguments: [], distinct: false, orderBy: [], start, end }
}
