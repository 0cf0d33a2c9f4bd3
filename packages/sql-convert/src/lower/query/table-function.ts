import { fold } from '../../postgres/identifier.js'
import type { PgQuery, PgTable } from '../../postgres/query.js'
import type { TableReference } from '../../spark/ast/query.js'
import { BIGINT } from '../../type/spark-type.js'
import { castTo } from '../cast/cast.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { number, TRUE, template } from '../pg.js'
import { innerScope, type Scope } from '../scope.js'
import { pgAlias, relationOf } from './alias.js'
import { lowerGenerator } from './generator.js'
import { isGenerator } from './generator-name.js'

type Node = Extract<TableReference, { readonly kind: 'table function' }>

export function lowerTableFunction(lowerer: Lowerer, node: Node, scope: Scope): LoweredTable {
  const own = fold(node.call.name.at(-1) ?? '')
  if (own === 'range') return lowerRange(lowerer, node, scope)
  if (isGenerator(node.call)) return lowerGenerated(lowerer, node, scope)
  const known = lowerer.catalog.function(node.call.name.map(fold).join('.'))
  if (!known?.columns) {
    return lowerer.context.refuse(`the table function ${own} has no rule`, node)
  }
  const values = node.call.arguments.map(
    ({ value }) => lowerer.expression(value, innerScope(scope)).pg,
  )
  return {
    table: {
      kind: 'function',
      lateral: node.lateral,
      call: { kind: 'call', name: node.call.name.map(fold).join('.'), arguments: values },
      withOrdinality: false,
      alias: pgAlias(node.alias, () => own),
    },
    relations: [relationOf(node.alias, known.columns, [own])],
    conditions: [],
  }
}

/** `range([start,] end [, step [, partitions]])`, its end not included. */
function lowerRange(lowerer: Lowerer, node: Node, scope: Scope): LoweredTable {
  const values = node.call.arguments.map(({ value }) => {
    const bound = lowerer.expression(value, innerScope(scope))
    return (castTo(bound, BIGINT) ?? bound).pg
  })
  const [first, second, third] = values
  if (!first) return lowerer.context.refuse('range without an end', node)
  const step = third ?? number(1)
  const [from, to] = second ? [first, second] : [number(0), first]
  const isOne = third === undefined
  const call = isOne
    ? template('generate_series($1::bigint, $2 - 1)', from, to)
    : template('generate_series($1::bigint, $2 - sign($3)::bigint, $3)', from, to, step)
  return {
    table: {
      kind: 'function',
      lateral: false,
      call,
      withOrdinality: false,
      alias: pgAlias(node.alias, () => lowerer.context.fresh('r'), ['id']),
    },
    relations: [relationOf(node.alias, [{ name: 'id', type: BIGINT }], ['range'])],
    conditions: [],
  }
}

function lowerGenerated(lowerer: Lowerer, node: Node, scope: Scope): LoweredTable {
  const { query, columns, outer } = lowerGenerator(lowerer, node.call, innerScope(scope))
  const names = columns.map((column, place) => column.name ?? `col${place}`)
  return {
    table: {
      kind: 'derived',
      lateral: node.lateral,
      query: outer ? outerRows(query, names) : query,
      alias: pgAlias(node.alias, () => lowerer.context.fresh('g'), names),
    },
    relations: [relationOf(node.alias, columns)],
    conditions: [],
  }
}

/** One row of NULL where there would be none. */
function outerRows(query: PgQuery, names: readonly string[]): PgQuery {
  const one = { body: { kind: 'values', rows: [[number(1)]] } } as const
  const join: PgTable = {
    kind: 'join',
    type: 'left',
    left: { kind: 'derived', lateral: false, query: one, alias: { name: '_one', columns: [] } },
    right: { kind: 'derived', lateral: true, query, alias: { name: '_g', columns: names } },
    natural: false,
    on: TRUE,
  }
  const items = [{ value: { kind: 'star', qualifier: ['_g'] } }] as const
  return { body: { kind: 'select', distinct: false, items, from: [join], windows: [] } }
}
