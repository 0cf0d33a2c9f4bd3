/**
 * Words that PostgreSQL 17 does not take as a column or table name without quotes: reserved ones, and
 * those that may name a function or type only (Appendix C of its documentation).
 */
const RESERVED: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check
  collate collation column concurrently constraint create cross current_catalog current_date
  current_role current_schema current_time current_timestamp current_user default deferrable desc
  distinct do else end except false fetch for foreign freeze from full grant group having ilike in
  initially inner intersect into is isnull join lateral leading left like limit localtime
  localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
  references returning right select session_user similar some symmetric system_user table
  tablesample then to trailing true union unique user using variadic verbose when where window with`.split(
    /\s+/,
  ),
)

/** Names are folded to small letters: Databricks does not tell `Id` from `id`, and Postgres would. */
export function fold(name: string): string {
  return name.toLowerCase()
}

export function identifier(name: string): string {
  const folded = fold(name)
  if (/^[a-z_][a-z0-9_]*$/.test(folded) && !RESERVED.has(folded)) return folded
  return `"${folded.replaceAll('"', '""')}"`
}

export function qualified(parts: readonly string[]): string {
  return parts.map(identifier).join('.')
}

/** A literal; with line breaks and backslashes escaped, so that a layout cannot change it. */
export function quoted(text: string): string {
  const value = text.replaceAll("'", "''")
  if (!/[\\\n\r]/.test(text)) return `'${value}'`
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `E'${escaped}'`
}
