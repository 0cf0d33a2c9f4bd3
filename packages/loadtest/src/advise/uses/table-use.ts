import type { Table } from '../catalog/catalog.js'

/** A column or an expression over the columns of one table. */
export interface Key {
  /** As an index definition writes it. */
  readonly sql: string
  /** Missing for an expression. */
  readonly column?: string
}

export interface OrderedKey extends Key {
  readonly descending: boolean
  readonly nullsFirst: boolean
}

/** What one conjunct of a query asks of a table. */
export type Condition =
  | {
      readonly kind: 'equal'
      readonly key: Key
      /** The other tables of the query that the value comes from; none: a constant or parameter. */
      readonly joins: readonly TableUse[]
      /** The condition as SQL, where it holds no parameter: it can be a partial index's. */
      readonly test?: string
    }
  | { readonly kind: 'range'; readonly key: Key }
  /** LIKE 'abc%'. */
  | { readonly kind: 'prefix'; readonly key: Key }
  /** LIKE '%abc%', ILIKE and regular expressions. */
  | { readonly kind: 'pattern'; readonly key: Key }
  /** What GIN serves: @>, &&, ?, @@. */
  | { readonly kind: 'contains'; readonly key: Key; readonly operator: string }
  /** IS NULL, IS NOT NULL, a boolean: a partial index's condition. */
  | { readonly kind: 'test'; readonly test: string; readonly column: string }

export interface OrderUse {
  readonly keys: readonly OrderedKey[]
  /** Only the first rows are wanted. */
  readonly isLimited: boolean
}

/** One appearance of a table in a query, with all that the query asks of it. */
export interface TableUse {
  readonly table: Table
  readonly conditions: Condition[]
  /** The arms of an OR: each must be served for the OR to be. */
  readonly arms: (readonly Condition[])[]
  readonly orders: OrderUse[]
  /** GROUP BY and DISTINCT. */
  readonly groups: (readonly Key[])[]
  /** Columns that the query reads. */
  readonly needed: Set<string>
  /** It reads whole rows. */
  needsAll: boolean
}

export function useOf(table: Table): TableUse {
  return {
    table,
    conditions: [],
    arms: [],
    orders: [],
    groups: [],
    needed: new Set(),
    needsAll: false,
  }
}

/** A statement's change of a table. */
export interface TableWrite {
  readonly table: Table
  readonly kind: 'insert' | 'update' | 'delete'
  /** Columns that an UPDATE sets. */
  readonly columns: readonly string[]
}
