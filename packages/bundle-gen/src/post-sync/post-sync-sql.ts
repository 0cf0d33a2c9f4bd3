import { generatedFrom } from '../generate/bundle-file.js'
import type { BundleSpec, TableSpec } from '../spec/bundle-spec.js'
import { dollarQuoted, quoteIdent, quoteLiteral } from './quote.js'
import { tableStatements } from './table-statements.js'

/** What stands below it belongs to the user, and a later run keeps it. */
export const OWN_SQL = '-- What stands below this line is yours: regenerating keeps it.'

/** Whether any table declares an index, a grant or an owner. */
export function hasPostSync({ pipelines }: BundleSpec): boolean {
  return pipelines.some(({ tables }) => tables.some(isDeclared))
}

/** SQL for Postgres that can run after every sync: what is there already, it leaves alone. */
export function postSyncSql(spec: BundleSpec): string {
  const tables = spec.pipelines.flatMap((pipeline) => pipeline.tables).filter(isDeclared)
  const head = `-- ${generatedFrom(spec.origin)}
-- Indexes, owners and grants of the synced tables. A table that was made anew has lost them; what is
-- there already is left alone, so this may run after every sync. An index is built in one go, during
-- which a sync of its table waits.`
  return `${[head, ...tables.map(tableBlock), OWN_SQL].join('\n\n')}\n`
}

function isDeclared({ indexes, grants, owner }: TableSpec): boolean {
  return indexes.length > 0 || grants.length > 0 || owner !== undefined
}

function tableBlock(table: TableSpec): string {
  const [schema, name] = [table.targetSchema.toLowerCase(), table.targetTable.toLowerCase()]
  const qualified = `${quoteIdent(schema)}.${quoteIdent(name)}`
  const missing = `${schema}.${name} is not there yet: run this again once its first sync is through`
  const body = [
    'BEGIN',
    `  IF to_regclass(${quoteLiteral(qualified)}) IS NULL THEN`,
    `    RAISE WARNING '%', ${quoteLiteral(missing)};`,
    '    RETURN;',
    '  END IF;',
    ...tableStatements(table).map((line) => `  ${line}`),
    'END',
  ]
  return `-- ${schema}.${name}\nDO ${dollarQuoted(body.join('\n'))};`
}
