import type { TypedColumn, TypedTable } from '../fill/typed-table.js'

/** A column that a parameter has to do with. */
export interface KnownColumn {
  readonly table: TypedTable
  readonly column: TypedColumn
}

/** What a statement says of the value that stands at one of its parameters. */
export type Clue =
  | {
      readonly kind: 'compared'
      readonly at: KnownColumn
      /** `= ANY (:skus)` */
      readonly isArray: boolean
      /** LIKE, or a function around the parameter: the column's values fit, and may not be what is meant. */
      readonly isLoose: boolean
    }
  | { readonly kind: 'stored'; readonly at: KnownColumn; readonly isInsert: boolean }
  | { readonly kind: 'cast'; readonly type: string }
  | { readonly kind: 'limit' }
  | { readonly kind: 'offset' }
