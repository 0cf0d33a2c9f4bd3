/** The functions of `spark_compat` that a text calls. */
export function mentionedFunctions(sql: string): readonly string[] {
  if (!sql.includes('spark_compat.')) return []
  return [...new Set([...sql.matchAll(/spark_compat\.(\w+)/g)].map(([, name = '']) => name))]
}
