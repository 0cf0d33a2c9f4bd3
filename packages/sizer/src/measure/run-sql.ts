/** Runs one statement on a Databricks SQL warehouse and gives its rows by column name. */
export type RunSql = (
  statement: string,
  options: { readonly signal?: AbortSignal },
) => Promise<readonly SqlRow[]>

export type SqlRow = Readonly<Record<string, unknown>>
