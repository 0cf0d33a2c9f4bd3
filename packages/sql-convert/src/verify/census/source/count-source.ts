import type { Query, QueryBody } from '../../../spark/ast/query.js'
import type { Statement } from '../../../spark/ast/statement.js'
import { lex } from '../../../spark/lex/lex.js'
import type { ParameterToken } from '../../../spark/lex/token.js'
import type { SourceEntry } from '../entry.js'
import { sourceCensus } from './census.js'
import { visitExpression } from './expression.js'
import { outputCount } from './items.js'
import { namesOf } from './names.js'
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
  const places = parameterPlaces(text, statement)
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
    parameters: new Set(places.values()).size,
  }
}

/** The n of $n for each parameter: `?` and `%s` in the order of the text, names once. */
function parameterPlaces(text: string, { start, end }: Statement): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  const known: string[] = []
  for (const token of lex(text, start, end)) {
    if (token.kind === 'parameter') places.set(token.start, placeOf(token, known))
  }
  return places
}

function placeOf({ style, name }: ParameterToken, known: string[]): number {
  if (style === 'dollar number') return Number(name)
  const isNamed = style !== 'question' && style !== 'percent'
  const before = isNamed ? known.indexOf(name) : -1
  return before >= 0 ? before + 1 : known.push(name)
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
