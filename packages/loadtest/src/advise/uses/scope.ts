import type { Catalog } from '../catalog/catalog.js'
import type { Grammar } from '../grammar/parse.js'
import type { Node } from '../grammar/tree.js'
import type { TableUse, TableWrite } from './table-use.js'

/** Where a name of a query leads: a column of one appearance of a table. */
export interface Place {
  readonly use: TableUse
  readonly column: string
}

/** What a sub-query, CTE or view gives; a column that is computed leads nowhere. */
export type Outputs = ReadonlyMap<string, Place | undefined>

export const NOTHING: Outputs = new Map()

export interface Source {
  readonly alias: string
  readonly from: TableUse | Outputs
}

/** What is known while one query is gone through. */
export interface Walk {
  readonly catalog: Catalog
  readonly grammar: Grammar
  readonly uses: TableUse[]
  readonly writes: TableWrite[]
  /** Names that no table of the database has. */
  readonly unknownTables: Set<string>
  /** A value that `$n` had, to see whether a LIKE begins with text. */
  readonly sampleOf: (parameter: number) => unknown
  /** Goes through a query within another; returns the columns that it gives. */
  readonly walkQuery: (outer: Scope, query: Node) => Outputs
}

/** The tables that an expression sees, innermost first. */
export interface Scope {
  readonly walk: Walk
  readonly sources: Source[]
  readonly ctes: ReadonlyMap<string, Outputs>
  readonly outer?: Scope
}

export function innerScope(outer: Scope, ctes = outer.ctes): Scope {
  return { walk: outer.walk, sources: [], ctes, outer }
}

/** `column`, `alias.column` or `schema.table.column`; undefined where it leads to no table. */
export function resolveColumn(scope: Scope, name: readonly string[]): Place | undefined {
  const [column = '', alias] = name.toReversed()
  const candidates = scope.sources.filter((one) => alias === undefined || one.alias === alias)
  const source = candidates.find(({ from }) => hasColumn(from, column))
  if (source) return placeIn(source.from, column)
  return scope.outer && resolveColumn(scope.outer, name)
}

export function isUse(from: TableUse | Outputs): from is TableUse {
  return 'table' in from
}

export function hasColumn(from: TableUse | Outputs, column: string): boolean {
  return isUse(from) ? from.table.columns.some(({ name }) => name === column) : from.has(column)
}

export function placeIn(from: TableUse | Outputs, column: string): Place | undefined {
  if (!isUse(from)) return from.get(column)
  return hasColumn(from, column) ? { use: from, column } : undefined
}

/** Every column of a source, as `*` means it. */
export function outputsOf(from: TableUse | Outputs): Outputs {
  if (!isUse(from)) return from
  return new Map(from.table.columns.map(({ name }) => [name, { use: from, column: name }]))
}

/** Columns under the names of an alias: `AS x (a, b)`. */
export function renamed(outputs: Outputs, columns: readonly string[]): Outputs {
  return new Map([...outputs].map(([name, place], at) => [columns[at] ?? name, place]))
}
