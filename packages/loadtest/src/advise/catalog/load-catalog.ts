import * as v from 'valibot'
import { AdviseError } from '../advise-error.js'
import { namedTables } from '../grammar/named-tables.js'
import type { Grammar, ParsedStatement } from '../grammar/parse.js'
import type { RunSql } from '../run-sql.js'
import { ask } from './ask.js'
import { type Catalog, type Server, serverSchema, type Table, tablesSchema } from './catalog.js'
import { NAMES_SQL, SERVER_SQL, TABLES_SQL } from './catalog-sql.js'

/** The first with all that the catalog queries ask for. */
const OLDEST_VERSION = 140_000

/**
 * Reads what the statements name: tables, their columns, statistics and indexes, and views down to
 * their tables.
 *
 * @throws AdviseError UNEXPECTED_ANSWER
 */
export async function loadCatalog(
  runSql: RunSql,
  server: Server,
  grammar: Grammar,
  statements: readonly ParsedStatement[],
): Promise<Catalog> {
  const tables: Table[] = []
  const asked = new Set<string>()
  let wanted = statements.flatMap(({ node }) => namedTables(node))
  while (wanted.length > 0) {
    const found = await ask(runSql, tablesSchema, TABLES_SQL, [[...new Set(wanted)]])
    for (const name of wanted) asked.add(name)
    tables.push(...found)
    wanted = found
      .flatMap(({ definition }) => (definition === null ? [] : grammar.parse(definition)))
      .flatMap(({ node }) => namedTables(node))
      .filter((name) => !asked.has(name))
  }
  const taken = new Map<string, ReadonlySet<string>>()
  for (const schema of new Set(tables.map((table) => table.schema))) {
    taken.set(schema, new Set(await ask(runSql, v.array(v.string()), NAMES_SQL, [schema])))
  }
  return {
    server,
    tables,
    find: (name, schema) =>
      tables.find(
        (one) =>
          one.name === name && (schema === undefined ? one.isVisible : one.schema === schema),
      ),
    takenNames: (schema) => taken.get(schema) ?? new Set(),
  }
}

/** @throws AdviseError SERVER_TOO_OLD, UNEXPECTED_ANSWER */
export async function loadServer(runSql: RunSql): Promise<Server> {
  const server = await ask(runSql, serverSchema, SERVER_SQL)
  if (server.version >= OLDEST_VERSION) return server
  throw new AdviseError(
    'SERVER_TOO_OLD',
    `the server is version ${server.version}, index advice needs PostgreSQL 14 (${OLDEST_VERSION}) or later`,
  )
}
