/** The statements of a bundle's SQL files that give a table what its sync does not: by `schema.table`. */
export type TableStatements = ReadonlyMap<string, readonly string[]>

const NAME = String.raw`(?:"(?:[^"]|"")+"|\w+)`
const TABLE = String.raw`(${NAME})\.(${NAME})`
const STATEMENT = new RegExp(
  [
    `CREATE (?:UNIQUE )?INDEX [^;]*? ON ${TABLE}[^;]*;`,
    `GRANT [^;]*? ON (?:TABLE )?${TABLE} TO [^;]*;`,
    `ALTER TABLE ${TABLE} OWNER TO [^;]*;`,
  ].join('|'),
  'gi',
)

/** Indexes, grants and owners in the `.sql` files, which a table that is made anew has lost. */
export function tableStatements(files: ReadonlyMap<string, string>): TableStatements {
  const byTable = new Map<string, string[]>()
  for (const [path, text] of files) {
    if (!path.endsWith('.sql')) continue
    for (const match of text.matchAll(STATEMENT)) {
      const [schema, table] = match.slice(1).filter((part) => part !== undefined)
      const name = `${unquoted(schema ?? '')}.${unquoted(table ?? '')}`
      byTable.set(name, [...(byTable.get(name) ?? []), match[0].replaceAll(/\s+/g, ' ')])
    }
  }
  return byTable
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase()
}
