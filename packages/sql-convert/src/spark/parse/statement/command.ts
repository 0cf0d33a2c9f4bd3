import type { Command } from '../../ast/statement.js'
import type { Parser } from '../parser.js'
import { skipRest } from './skip-rest.js'

/** Statements that have no meaning in Postgres, or another way there; the longer names first. */
const COMMANDS = [
  'ALTER',
  'ANALYZE TABLE',
  'ANALYZE TABLES',
  'BEGIN',
  'CACHE',
  'CALL',
  'CLEAR CACHE',
  'CLONE',
  'COPY INTO',
  'CONVERT TO DELTA',
  'CREATE',
  'DECLARE',
  'DESC HISTORY',
  'DESCRIBE HISTORY',
  'DESCRIBE DETAIL',
  'DESC',
  'DESCRIBE',
  'DROP',
  'EXECUTE IMMEDIATE',
  'EXPLAIN',
  'FSCK',
  'GENERATE',
  'GRANT',
  'LIST',
  'LOAD DATA',
  'MSCK',
  'OPTIMIZE',
  'REFRESH',
  'REORG',
  'REPAIR',
  'RESET',
  'RESTORE',
  'REVOKE',
  'SET',
  'SHOW',
  'SYNC',
  'UNCACHE',
  'UNDROP',
  'USE',
  'VACUUM',
].map((name) => name.split(' '))
const BY_FIRST_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  COMMANDS.map(([first = '']) => [first, COMMANDS.filter(([one]) => one === first)]),
)

export function parseCommand({ cursor }: Parser): Command | undefined {
  const first = cursor.peek()
  const words = BY_FIRST_WORD.get(first.upper)?.find((one) => cursor.takeAll(one))
  if (words === undefined) return undefined
  skipRest(cursor)
  return { kind: 'command', name: words.join(' '), start: first.start, end: cursor.end() }
}
