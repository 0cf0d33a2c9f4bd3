/** What a query gave, as text; types by their name in pg_type, arrays with `[]`. */
export interface PostgresRows {
  readonly types: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}
