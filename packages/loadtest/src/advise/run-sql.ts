/** What every driver can bind; a list is an array of Postgres. */
export type BoundValue = number | string | boolean | null | readonly BoundValue[]

/**
 * Runs one statement and gives its rows. Calls run one after the other on one and the same session.
 * Parameters stand for `$1`, `$2`, … and are bound, with the types that the server infers.
 *
 * @example
 * const sql = postgres(url, { max: 1 })
 * const runSql: RunSql = (text, parameters = []) => sql.unsafe(text, [...parameters])
 */
export type RunSql = (
  sql: string,
  parameters?: readonly BoundValue[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** An answer of Postgres, and not the news that connection or server is gone. */
export function isRefusal(error: unknown): error is Error & { readonly code: string } {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return false
  return /^[0-9A-Z]{5}$/.test(error.code) && !/^(?:08|57P|58)/.test(error.code)
}
