import { fold, identifier, qualified, quoted } from '../../postgres/identifier.js'
import { PRINTER } from '../../postgres/printer.js'
import type { CreateFunction, FunctionParameter } from '../../spark/ast/statement.js'
import { fromDataType } from '../../type/from-data-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { type SparkType, UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { name } from '../pg.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, type Scope, scopeWith } from '../scope.js'

/** A function in SQL; its parameters are named as they were. */
export function lowerCreateFunction(lowerer: Lowerer, node: CreateFunction): readonly string[] {
  if (node.temporary) {
    return lowerer.context.refuse(
      'a temporary function',
      node,
      'Postgres has none: create it in a schema.',
    )
  }
  const own = qualified(tableName(lowerer, node.name, node))
  const parameters = node.parameters.map((parameter) => printParameter(lowerer, parameter, node))
  const scope: Scope = scopeWith(EMPTY_SCOPE, { aliases: parametersOf(lowerer, node) })
  const head = `CREATE ${node.orReplace ? 'OR REPLACE ' : ''}FUNCTION ${own}(${parameters.join(', ')})`
  return node.returnsTable
    ? [`${head} ${tableBody(lowerer, node, scope)}`]
    : [`${head} ${scalarBody(lowerer, node, scope)}`]
}

function parametersOf(lowerer: Lowerer, node: CreateFunction): ReadonlyMap<string, Bound> {
  return new Map(
    node.parameters.map((parameter) => [
      fold(parameter.name),
      { pg: name(fold(parameter.name)), type: typeOf(lowerer, parameter, node) },
    ]),
  )
}

function typeOf(lowerer: Lowerer, { type }: FunctionParameter, node: CreateFunction): SparkType {
  const found = type && fromDataType(type)
  return found ?? lowerer.context.refuse('a parameter of a type that Postgres does not have', node)
}

function printParameter(
  lowerer: Lowerer,
  parameter: FunctionParameter,
  node: CreateFunction,
): string {
  const type = typeOf(lowerer, parameter, node)
  const written = `${identifier(parameter.name)} ${postgresType(type)}`
  if (!parameter.default) return written
  const value = lowerer.expression(parameter.default, EMPTY_SCOPE)
  return `${written} DEFAULT ${PRINTER.expression((castTo(value, type) ?? value).pg)}`
}

function scalarBody(lowerer: Lowerer, node: CreateFunction, scope: Scope): string {
  const body =
    node.body.kind === 'query'
      ? lowerer.expression(
          { kind: 'scalar query', query: node.body, start: node.start, end: node.end },
          scope,
        )
      : lowerer.expression(node.body, scope)
  const type = node.returns ? (fromDataType(node.returns) ?? UNKNOWN) : body.type
  if (type.kind === 'unknown')
    return lowerer.context.needsSchema('a function without RETURNS', node)
  lowerer.catalog.setFunction(node.name.map(fold), { type })
  const value = PRINTER.expression((castTo(body, type) ?? body).pg)
  return `RETURNS ${postgresType(type)} LANGUAGE sql RETURN ${/^[\w.]+$/.test(value) ? value : `(${value})`}`
}

function tableBody(lowerer: Lowerer, node: CreateFunction, scope: Scope): string {
  if (node.body.kind !== 'query')
    return lowerer.context.refuse('RETURNS TABLE without a query', node)
  const { query, columns } = lowerer.query(node.body, scope)
  const declared = node.returnsTable?.map((parameter) => ({
    name: parameter.name,
    type: typeOf(lowerer, parameter, node),
  }))
  const named = declared?.length ? declared : columns
  if (!named?.every((column) => column.name !== undefined)) {
    return lowerer.context.needsSchema('RETURNS TABLE without columns', node)
  }
  lowerer.catalog.setFunction(node.name.map(fold), { type: UNKNOWN, columns: named })
  const list = named.map(
    (column) => `${identifier(column.name ?? '')} ${postgresType(column.type)}`,
  )
  return `RETURNS TABLE (${list.join(', ')}) LANGUAGE sql AS ${quoted(PRINTER.query(query))}`
}
