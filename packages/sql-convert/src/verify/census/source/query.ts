import type { Query, QueryBody, SelectItem } from '../../../spark/ast/query.js'
import { all, table } from '../entry.js'
import type { QueryPlace, SourceCensus } from './census.js'
import { visitWindow } from './expression.js'
import { visitLimit, visitOrder } from './order.js'
import { visitPipes } from './pipe.js'
import { visitSelect } from './select.js'

export function visitQuery(census: SourceCensus, query: Query, place: QueryPlace): void {
  for (const { name, query: inner, ...span } of query.with) {
    census.add('common table', span, all(table(name)))
    census.query(inner, 'inner')
  }
  for (const { window } of query.windows) {
    if (typeof window === 'object') visitWindow(census, window)
  }
  visitBody(census, query.body, query.pipes.length > 0 && place === 'top' ? 'inner' : place)
  visitOrder(census, query.order, itemsOf(query.body))
  visitLimit(census, query)
  visitPipes(census, query.pipes)
}

export function visitBody(census: SourceCensus, body: QueryBody, place: QueryPlace): void {
  switch (body.kind) {
    case 'query':
      census.query(body, place)
      break
    case 'select':
      visitSelect(census, body, place)
      break
    case 'set operation':
      visitBody(census, body.left, place)
      visitBody(census, body.right, body.byName && place === 'top' ? 'inner' : place)
      census.add('set operation', body, all(`${body.operator}${body.all ? ' all' : ''}`))
      break
    case 'inline table':
      for (const row of body.rows) {
        census.expression(row)
        census.add('row', row, ...census.needs(row))
      }
      return
    case 'table query':
      census.add('table', body, all(table(body.name.at(-1) ?? '')))
      break
  }
}

/** The select list that names the columns of a query. */
function itemsOf(body: QueryBody): readonly SelectItem[] | undefined {
  if (body.kind === 'select') return body.items
  if (body.kind === 'set operation') return itemsOf(body.left)
  return body.kind === 'query' && body.pipes.length === 0 ? itemsOf(body.body) : undefined
}
