import type { ParameterValue } from '../../scenario/generator.js'
import type { Catalog } from '../catalog/catalog.js'
import type { Grammar, ParsedStatement } from '../grammar/parse.js'
import type { Scope, Walk } from './scope.js'
import type { TableUse, TableWrite } from './table-use.js'
import { walkStatement } from './walk-statement.js'

export interface StatementUses {
  readonly uses: readonly TableUse[]
  readonly writes: readonly TableWrite[]
  readonly unknownTables: readonly string[]
}

/** What a statement asks of each of its tables, through aliases, sub-queries, CTEs and views. */
export function collectUses(
  statement: ParsedStatement,
  catalog: Catalog,
  grammar: Grammar,
  parameters: readonly ParameterValue[] = [],
): StatementUses {
  const walk: Walk = {
    catalog,
    grammar,
    uses: [],
    writes: [],
    unknownTables: new Set(),
    sampleOf: (parameter) => parameters[parameter - 1],
    walkQuery: walkStatement,
  }
  const scope: Scope = { walk, sources: [], ctes: new Map() }
  walkStatement(scope, statement.node)
  return { uses: walk.uses, writes: walk.writes, unknownTables: [...walk.unknownTables] }
}
