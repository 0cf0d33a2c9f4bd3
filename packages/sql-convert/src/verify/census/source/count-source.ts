import type { Query, QueryBody } from '../../../spark/ast/query.js'
import type { Statement } from '../../../spark/ast/statement.js'
import type { SourceEntry } from '../entry.js'
import { sourceCensus } from './census.js'
import { visitExpression } from './expression.js'
import { outputCount } from './items.js'
import { namesOf } from './names.js'
import { parametersIn } from './parameters.js'
import { visitBody, visitQuery } from './query.js'

import { visitStatement } from './statement.js'

export interface SourceCount {
  readonly entries: readonly SourceEntry[]
  /** Columns of the result, where the statement itself tells. */
  readonly outputs: number | undefined
  /** How many parameters are asked for. */
  readonly parameters: number
}

/**
 * What a statement of Databricks SQL holds.
 *
 * @param text the script that the places in the tree are of
 */
export function countSource(text: string, statement: Statement): SourceCount {
  const { places, names: parameters } = parametersIn(text, statement)
  const names = {
    parameterAt: (start: number) => places.get(start),
    ...namesOf(statement),
  }
  const census = sourceCensus(names, {
    expression: visitExpression,
    query: visitQuery,
    body: visitBody,
  })
  visitStatement(census, statement)
  return {
    entries: census.entries,
    outputs: outputsOf(statement),
    parameters: parameters.length,
  }
}

function outputsOf(statement: Statement): number | undefined {
  switch (statement.kind) {
    case 'query statement':
    case 'insert':
    case 'create view':
    case 'create table':
      return statement.query && queryOutputs(statement.query)
    default:
      return undefined
  }
}

function queryOutputs({ body, pipes }: Query): number | undefined {
  return pipes.length > 0 ? undefined : bodyOutputs(body)
}

function bodyOutputs(body: QueryBody): number | undefined {
  switch (body.kind) {
    case 'query':
      return queryOutputs(body)
    case 'select':
      return outputCount(body.items)
    case 'set operation':
      return body.byName ? undefined : bodyOutputs(body.left)
    default:
      return undefined
  }
}
