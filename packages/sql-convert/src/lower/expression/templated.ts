import type { PgExpression } from '../../postgres/expression.js'
import type { Span } from '../../source/span.js'
import type { Bound } from '../bound.js'
import type { Context } from '../context.js'
import { NULL, template } from '../pg.js'
import { isRedrawn } from './is-redrawn.js'

const HINT = 'Draw it in a subquery, and use its column.'

/** An argument that must not run twice is named first. */
export function templated(
  context: Context,
  span: Span,
  sql: string,
  values: readonly Bound[],
  pgs: readonly PgExpression[],
): PgExpression {
  const repeated = values.flatMap((value, place) =>
    value.once && sql.split(`$${place + 1}`).length > 2 ? [place] : [],
  )
  if (repeated.length === 0) return template(sql, ...pgs)
  // A query without a column of the row would run once for all rows.
  if (repeated.some((place) => isRedrawn(pgs[place] ?? NULL))) {
    return context.refuse('a random value in a place where it would be drawn twice', span, HINT)
  }
  const names = new Map(repeated.map((place) => [place, context.fresh('v')]))
  const given = repeated.map((place) => `$${place + 1} AS ${names.get(place)}`).join(', ')
  const inner = sql.replaceAll(
    /\$(\d+)/g,
    (all, digits: string) => names.get(Number(digits) - 1) ?? all,
  )
  const alias = context.fresh('w')
  return template(`(SELECT ${inner} FROM (SELECT ${given}) AS ${alias})`, ...pgs)
}
