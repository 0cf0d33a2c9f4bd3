import type { LoweredTable, Lowerer } from '../lowerer.js'
import type { Relation } from '../scope.js'

/**
 * A table under a name of its own where one of that name stands in FROM already: Databricks takes two
 * of one name as long as no column is named through it.
 */
export function distinctName(
  lowerer: Lowerer,
  before: readonly Relation[],
  added: LoweredTable,
): LoweredTable {
  const [relation] = added.relations
  const name = relation?.names[0]
  const { table } = added
  if (name === undefined || added.relations.length !== 1 || table.kind === 'join') return added
  if (!before.some((one) => one.names[0] === name)) return added
  const alias = { name: lowerer.context.fresh(name), columns: table.alias?.columns ?? [] }
  return { ...added, table: { ...table, alias }, relations: [{ ...relation, names: [alias.name] }] }
}
