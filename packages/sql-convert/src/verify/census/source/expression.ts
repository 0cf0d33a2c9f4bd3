import type { Call, Expression } from '../../../spark/ast/expression.js'
import type { OrderItem, WindowSpecification } from '../../../spark/ast/query.js'
import { all, isVariable, type Mark, type Need, value } from '../entry.js'
import type { SourceCensus } from './census.js'
import { AGGREGATES, BLIND, DISTINCT, GENERATORS, SAME } from './functions.js'
import { boundParts, partsOf, queryOf, windowParts } from './parts.js'
import { isOfItsOwnRow, ownReading } from './windowed.js'

/** What within an expression is counted: parameters, aggregates, windows, branches, queries. */
export function visitExpression(census: SourceCensus, node: Expression): void {
  for (const part of readParts(node)) visitExpression(census, part)
  const query = queryOf(node)
  if (query) census.query(query, node.kind === 'exists' ? 'exists' : 'inner')
  if (node.kind === 'call') visitCall(census, node)
  if (node.kind === 'parameter') census.add('parameter', node, ...census.needs(node))
  if (node.kind === 'case') {
    for (const { when, result } of node.branches) {
      census.add('branch', node, ...census.needs(when), ...census.needs(result))
    }
    if (node.otherwise) census.add('branch', node, ...census.needs(node.otherwise), all('else'))
  }
}

/** What a function does not read may be gone. */
function readParts(node: Expression): readonly Expression[] {
  if (node.kind !== 'call' || !BLIND.has(node.name.at(-1)?.toLowerCase() ?? ''))
    return partsOf(node)
  return typeof node.over === 'object' ? windowParts(node.over) : []
}

function visitCall(census: SourceCensus, call: Call): void {
  if (isOfItsOwnRow(call)) return
  const name = call.name.at(-1)?.toLowerCase() ?? ''
  const same = SAME[name]
  const needs = [
    ...census.needs(ownReading(call)),
    ...(same === undefined ? [] : [same.map((one) => [`call ${one}`])]),
    ...(call.distinct || (DISTINCT.has(name) && call.over === undefined) ? [all('distinct')] : []),
    ...(call.over === undefined ? sortedNeeds(name, call) : []),
  ]
  if (call.over !== undefined) {
    census.add('window', call, ...needs)
    if (typeof call.over === 'object') visitWindow(census, call.over)
  } else if (AGGREGATES.has(name)) {
    census.add('aggregate', call, ...needs)
  } else if (GENERATORS.has(name)) {
    census.add('generator', call, ...census.needs(call))
  }
  if (call.filter) census.conditions('filter', call.filter)
}

/** The order of what an aggregate takes; only a list of texts has a place for NULL. */
function sortedNeeds(name: string, { orderBy, withinGroup = [] }: Call): readonly Need[] {
  return [...orderBy, ...withinGroup].map((item) => {
    const [direction, nulls] = orderMarks(item)
    const places = /^(?:listagg|string_agg)$/.test(name) ? [nulls] : ['nulls first', 'nulls last']
    return places.map((place) => [`sorted ${direction} ${place}`])
  })
}

export function visitWindow(census: SourceCensus, window: WindowSpecification): void {
  for (const key of window.partitionBy) {
    const needs = census.needs(key)
    if (isVariable(needs)) census.add('partition key', key, ...needs)
  }
  for (const item of window.orderBy) orderKey(census, 'window order', item)
  const { frame } = window
  if (!frame) return
  const bounds = [frame.from, frame.to ?? 'current row'].map((bound, place) => {
    const side = place === 0 ? 'from' : 'to'
    if (typeof bound === 'string') return `${side} ${bound}`
    return `${side} ${'preceding' in bound ? 'preceding' : 'following'}`
  })
  const amounts = [...boundParts(frame.from), ...boundParts(frame.to)].flatMap((amount) =>
    amount.kind === 'number' ? [all(value(amount.digits))] : [],
  )
  census.add('frame', window, all(frame.unit, ...bounds), ...amounts)
}

/** A key with its direction and the place of NULL; a constant sorts nothing. */
export function orderKey(
  census: SourceCensus,
  clause: 'order key' | 'window order',
  { value: key, descending, nulls }: OrderItem,
  needs: readonly Need[] = census.needs(key),
): void {
  if (!isVariable(needs)) return
  census.add(clause, key, ...needs, all(...orderMarks({ descending, nulls })))
}

/** Databricks puts NULL first unless the order descends. */
function orderMarks({
  descending,
  nulls = descending ? 'last' : 'first',
}: {
  readonly descending: boolean
  readonly nulls?: OrderItem['nulls']
}): readonly Mark[] {
  return [descending ? 'desc' : 'asc', `nulls ${nulls}`]
}
