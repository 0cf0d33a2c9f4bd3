import type { PgExpression } from '../../postgres/expression.js'
import type { PgSelect, PgTable } from '../../postgres/query.js'
import { and } from '../pg.js'

/** `SELECT * FROM table` */
export function selectAll(table: PgTable, conditions: readonly PgExpression[] = []): PgSelect {
  const where = and(conditions)
  return {
    kind: 'select',
    distinct: false,
    items: [{ value: { kind: 'star', qualifier: [] } }],
    from: [table],
    where,
    windows: [],
  }
}
