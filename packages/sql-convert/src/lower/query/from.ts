import type { PgExpression } from '../../postgres/expression.js'
import type { PgTable } from '../../postgres/query.js'
import type { TableReference } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import { type Relation, type Scope, scopeWith } from '../scope.js'
import { distinctName } from './distinct-name.js'

/** What stands in FROM. */
export interface LoweredFrom {
  readonly tables: readonly PgTable[]
  readonly relations: readonly Relation[]
  /** Of semi and anti joins, for WHERE. */
  readonly conditions: readonly PgExpression[]
}

/** Each table of a list sees those before it, where it is LATERAL. */
export function lowerFrom(
  lowerer: Lowerer,
  references: readonly TableReference[],
  outer: Scope,
): LoweredFrom {
  return references.reduce<LoweredFrom>(
    (before, reference) => {
      const scope: Scope = scopeWith(outer, { relations: before.relations })
      const added = lowerer.table(reference, scope)
      const { table, relations, conditions } = distinctName(lowerer, before.relations, added)
      return {
        tables: [...before.tables, table],
        relations: [...before.relations, ...relations],
        conditions: [...before.conditions, ...conditions],
      }
    },
    { tables: [], relations: [], conditions: [] },
  )
}
