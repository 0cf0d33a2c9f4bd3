import type { OutputColumn } from '../lower/scope.js'

/** A table that is known from outside the scripts. */
export interface SchemaTable {
  /** Its name, with schema and catalog where it is found by them. */
  readonly name: readonly string[]
  readonly columns: readonly OutputColumn[]
}
