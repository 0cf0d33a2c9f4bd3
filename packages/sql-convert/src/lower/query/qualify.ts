import type { PgSelect } from '../../postgres/query.js'
import type { Expression } from '../../spark/ast/expression.js'
import { condition } from '../expression/condition.js'
import type { Lowerer } from '../lowerer.js'
import { name } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'

/** QUALIFY: the condition is a column of an inner query, and a filter of the outer one. */
export function lowerQualify(
  lowerer: Lowerer,
  qualify: Expression,
  body: PgSelect,
  columns: readonly OutputColumn[] | undefined,
  scope: Scope,
): PgSelect {
  if (!columns) return lowerer.context.needsSchema('QUALIFY with * needs the columns', qualify)
  const hidden = lowerer.context.fresh('qualify')
  const names = columns.map((_, place) => `c${place + 1}`)
  const inner: PgSelect = {
    ...body,
    distinct: false,
    items: [...body.items, { value: condition(lowerer, qualify, scope).pg }],
  }
  const derived = {
    kind: 'derived',
    lateral: false,
    query: { body: inner },
    alias: { name: lowerer.context.fresh('q'), columns: [...names, hidden] },
  } as const
  return {
    kind: 'select',
    distinct: body.distinct,
    items: columns.map((column, place) => ({
      value: name(names[place] ?? ''),
      alias: column.name,
    })),
    from: [derived],
    where: name(hidden),
    windows: [],
  }
}
