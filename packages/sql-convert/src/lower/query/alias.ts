import { fold } from '../../postgres/identifier.js'
import type { PgAlias } from '../../postgres/query.js'
import type { TableAlias } from '../../spark/ast/query.js'
import { UNKNOWN } from '../../type/spark-type.js'
import type { OutputColumn, Relation } from '../scope.js'

/** Columns under the names that an alias gives them. */
export function renamed(
  columns: readonly OutputColumn[] | undefined,
  names: readonly string[],
): readonly OutputColumn[] | undefined {
  if (names.length === 0) return columns
  if (!columns) return names.map((name) => ({ name, type: UNKNOWN }))
  return columns.map((column, place) => {
    const name = names[place]
    return name === undefined ? column : { ...column, name }
  })
}

export function relationOf(
  alias: TableAlias | undefined,
  columns: readonly OutputColumn[] | undefined,
  own: readonly string[] = [],
): Relation {
  const known = renamed(columns, alias?.columns ?? [])
  const names = alias?.name === undefined ? [...own].reverse().map(fold) : [fold(alias.name)]
  const isBare = alias?.name === undefined && own.length > 0
  return { names, isBare, columns: known }
}

export function pgAlias(
  alias: TableAlias | undefined,
  fresh: () => string,
  columns: readonly string[] = [],
): PgAlias {
  return { name: alias?.name ?? fresh(), columns: alias?.columns.length ? alias.columns : columns }
}
