/** What a preflight or a catalog knows of a source table. */
export interface SourceTable {
  /** Undefined when it is not known. */
  readonly changeDataFeed?: boolean
  readonly columns?: readonly { readonly name: string; readonly type: string }[]
}

/** Source tables by full name, such as `main.shop.orders`. */
export type SourceTables = ReadonlyMap<string, SourceTable>
