import * as v from 'valibot'

const columnSchema = v.object({
  name: v.string(),
  type: v.string(),
  /** `B` boolean, `S` text, `A` array, … of pg_type.typcategory. */
  category: v.string(),
  notNull: v.boolean(),
  /** Compares by bytes, so that a plain B-tree serves LIKE 'abc%'. */
  isBytewise: v.boolean(),
  /** Bytes, mean; missing without statistics. */
  width: v.nullable(v.number()),
  /** Above 0: how many; below 0: minus the share of the rows. */
  distinct: v.nullable(v.number()),
  correlation: v.nullable(v.number()),
})

const indexSchema = v.object({
  name: v.string(),
  method: v.string(),
  isUnique: v.boolean(),
  isConstraint: v.boolean(),
  isValid: v.boolean(),
  bytes: v.number(),
  definition: v.string(),
  predicate: v.nullable(v.string()),
  keys: v.array(
    v.object({
      /** Missing for an expression. */
      column: v.nullable(v.string()),
      sql: v.string(),
      /** Missing where it is the type's default. */
      opclass: v.nullable(v.string()),
      descending: v.boolean(),
      nullsFirst: v.boolean(),
    }),
  ),
  include: v.array(v.string()),
})
export type ExistingIndex = v.InferOutput<typeof indexSchema>

const tableSchema = v.object({
  schema: v.string(),
  name: v.string(),
  /** pg_class.relkind: r, p, m, v, f. */
  kind: v.string(),
  /** A plain name finds it. */
  isVisible: v.boolean(),
  /** -1: never analyzed. */
  rows: v.number(),
  bytes: v.number(),
  /** Of a view. */
  definition: v.nullable(v.string()),
  columns: v.array(columnSchema),
  indexes: v.array(indexSchema),
  /** Since the statistics were reset. */
  scans: v.number(),
  inserted: v.number(),
  updated: v.number(),
  /** Without touching an index. */
  updatedHot: v.number(),
})
export type Table = v.InferOutput<typeof tableSchema>

export const tablesSchema = v.array(tableSchema)

export const serverSchema = v.object({
  version: v.number(),
  isSuperuser: v.boolean(),
  extensions: v.array(v.string()),
  /** Bytes. */
  workMem: v.number(),
  /** All but the system's own. */
  schemas: v.array(v.string()),
})
export type Server = v.InferOutput<typeof serverSchema>

/** Tables and views that queries name. */
export interface Catalog {
  readonly server: Server
  readonly tables: readonly Table[]
  /** As a query names it; undefined where there is none. */
  readonly find: (name: string, schema?: string) => Table | undefined
  /** Names of all tables, indexes, … of a schema: an index needs one that is free. */
  readonly takenNames: (schema: string) => ReadonlySet<string>
}
