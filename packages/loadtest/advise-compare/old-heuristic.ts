/**
 * Index advice as the 2025 accelerator gave it, in its rules: every predicate of a query goes to the
 * first table of its FROM, join keys before the columns of WHERE, one index for a query, a name of all
 * of their names, and nothing is tried.
 */
export function oldAdvice(sql: string): string | undefined {
  const table = /\bFROM\s+([\w.]+)/i.exec(sql)?.[1]
  if (table === undefined) return undefined
  const joins = columnsOf(sql, /\bON\s+([\s\S]*?)(?=\bJOIN\b|\bWHERE\b|\bGROUP\b|\bORDER\b|$)/gi)
  const wheres = columnsOf(sql, /\bWHERE\s+([\s\S]*?)(?=\bGROUP\b|\bORDER\b|\bLIMIT\b|$)/gi)
  const columns = [...new Set([...joins, ...wheres])]
  if (columns.length === 0) return undefined
  const name = `idx_${table.replace('.', '_')}_${columns.join('_')}`
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${columns.join(', ')})`
}

/** Words before a comparison. */
function columnsOf(sql: string, clause: RegExp): readonly string[] {
  const texts = [...sql.matchAll(clause)].map(([, text]) => text ?? '')
  return texts.flatMap((text) =>
    [
      ...text.matchAll(/(?:\b\w+\.)?\b([a-z_]\w*)\s*(?:=|<|>|\bLIKE\b|\bIN\b|\bBETWEEN\b)/gi),
    ].flatMap(([, column]) => column ?? []),
  )
}
