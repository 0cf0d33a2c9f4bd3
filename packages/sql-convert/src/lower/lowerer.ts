import type { Catalog } from '../catalog/catalog.js'
import type { FunctionRule } from '../functions/rule.js'
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
export interface Lowerer {
  readonly context: Context
  readonly catalog: Catalog
  readonly rules: (name: string) => readonly FunctionRule[]
  readonly expression: (expression: Expression, scope: Scope) => Bound
  /** A condition: what is no boolean becomes one as Spark does it. */
  readonly call: (call: Call, scope: Scope) => Bound
  /** A function of Spark over what is lowered already. */
  readonly apply: (name: string, values: readonly Bound[], span: Span, scope: Scope) => Bound
  readonly order: (items: readonly OrderItem[], scope: Scope) => readonly PgOrderItem[]
  readonly window: (window: WindowSpecification | string, scope: Scope) => PgWindow | string
  readonly query: (query: Query, scope: Scope) => LoweredQuery
  readonly body: (body: QueryBody, scope: Scope) => LoweredBody
  readonly table: (table: TableReference, scope: Scope) => LoweredTable
}

export interface LoweredQuery {
  readonly query: PgQuery
  /** Missing where a table's columns are not known. */
  readonly columns?: readonly OutputColumn[]
}

export interface LoweredBody {
  readonly body: PgQueryBody
  readonly columns?: readonly OutputColumn[]
}

export interface LoweredTable {
  readonly table: PgTable
  readonly relations: readonly Relation[]
  /** Conditions of semi and anti joins, which hold for the rows of the query. */
  readonly conditions: readonly Bound['pg'][]
}

export function lowererOf(context: Context, catalog: Catalog, rules: Lowerer['rules']): Lowerer {
  const lowerer: Lowerer = {
    context,
    catalog,
    rules,
    expression: (expression, scope) => lowerExpression(lowerer, expression, scope),
    call: (call, scope) => lowerCall(lowerer, call, scope),
    apply: (name, values, span, scope) =>
      applyFunction(lowerer, bareCall(name, span), name, values, scope),
    order: (items, scope) => lowerOrder(lowerer, items, scope),
    window: (window, scope) => lowerWindow(lowerer, window, scope),
    query: (query, scope) => lowerQuery(lowerer, query, scope),
    body: (body, scope) => lowerBody(lowerer, body, scope),
    table: (table, scope) => lowerTable(lowerer, table, scope),
  }
  return lowerer
}

function bareCall(name: string, { start, end }: Span): Call {
  return { kind: 'call', name: [name], arguments: [], distinct: false, orderBy: [], start, end }
}
