import { identifier } from '../../postgres/identifier.js'
import type { Command } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { Refusal } from '../refusal.js'

/** What the first word of a command is about, and why Lakebase has no need of it. */
const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  ANALYZE: 'Postgres gathers statistics by autovacuum; run ANALYZE after a bulk load.',
  CACHE: 'Postgres caches pages by itself.',
  CLEAR: 'Postgres caches pages by itself.',
  FSCK: 'there are no files of a table to check.',
  MSCK: 'there are no files of a table to check.',
  OPTIMIZE: 'there are no files to compact; autovacuum keeps tables in order.',
  REFRESH: 'Postgres sees changes at once.',
  REORG: 'there are no files to rewrite.',
  REPAIR: 'there are no partitions of files.',
  SET: 'settings of Spark mean nothing to Postgres.',
  RESET: 'settings of Spark mean nothing to Postgres.',
  UNCACHE: 'Postgres caches pages by itself.',
  VACUUM: 'there are no old files to remove; autovacuum removes dead rows.',
}

const HINTS: Readonly<Record<string, string>> = {
  COPY: 'Load the files into a Delta table and sync it, or use \\copy of psql.',
  DESCRIBE: 'Ask information_schema or pg_catalog.',
  DESC: 'Ask information_schema or pg_catalog.',
  SHOW: 'Ask information_schema or pg_catalog.',
  EXPLAIN: 'Write EXPLAIN of Postgres before the converted statement.',
}

export function lowerCommand(lowerer: Lowerer, command: Command): readonly string[] {
  const [word = ''] = command.name.toUpperCase().split(' ')
  if (word === 'USE') return [lowerUse(lowerer, command)]
  if (word === 'SET' || word === 'RESET') noteSetting(lowerer, command)
  const reason = NOT_APPLICABLE[word]
  if (reason !== undefined)
    throw new Refusal('not applicable', `${command.name}: ${reason}`, command)
  return lowerer.context.refuse(`${command.name} has no conversion`, command, HINTS[word])
}

/** The schema that names without one are of. */
function lowerUse(lowerer: Lowerer, { start, end, ...command }: Command): string {
  const text = lowerer.context.text.slice(start, end)
  const [, kind = '', name = ''] =
    /^USE\s+(?:(CATALOG|DATABASE|NAMESPACE|SCHEMA)\s+)?([\w.`"]+)$/i.exec(text) ?? []
  if (/^catalog$/i.test(kind)) {
    const why = `${command.name}: a connection to Postgres is to one database.`
    throw new Refusal('not applicable', why, { start, end })
  }
  if (name === '') {
    return lowerer.context.refuse(`${command.name} has no conversion`, { start, end })
  }
  const schema = name.split('.').at(-1)?.replaceAll(/[`"]/g, '') ?? ''
  return `SET search_path TO ${identifier(schema)}, public`
}

/** Settings that change the meaning of statements behind them. */
const MEANINGFUL =
  /\bspark\.sql\.(?:ansi|caseSensitive|datetime|groupBy|legacy|orderBy|parser|session|storeAssignment|timestampType)\w*(?:\.\w+)*/i

/** What a setting changes is said at each statement behind it. */
function noteSetting(lowerer: Lowerer, { start, end }: Command): void {
  const [setting] = MEANINGFUL.exec(lowerer.context.text.slice(start, end)) ?? []
  if (setting !== undefined) lowerer.catalog.settings.add(setting)
}
