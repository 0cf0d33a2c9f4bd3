/** Asks the database; values are texts. */
export type RunSql = (sql: string) => Promise<readonly Readonly<Record<string, string | null>>[]>
