import type { Database } from '../corpus/database.js'
import { quoted } from '../src/postgres/identifier.js'
import type { Tables } from './data/table.js'

/** Fills tables; Postgres reads each cell as its column's type. */
export async function loadTables(database: Database, tables: Tables): Promise<void> {
  const inserts = Object.entries(tables).map(
    ([table, rows]) =>
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, ${quoted(JSON.stringify(rows))})`,
  )
  await database.run({ sql: [...inserts, 'ANALYZE'], compatFunctions: [] })
}
