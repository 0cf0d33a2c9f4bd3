import { type SqlToken, sqlTokens } from '../sql/sql-tokens.js'
import { tableNames } from '../sql/table-names.js'
import { at, type Rule } from './rule.js'

/** From this size on a scan of the whole table is felt by every user, GB. */
const LARGE_TABLE_GB = 1

interface KnownTable {
  /** Schema and table in Postgres, in lower case. */
  readonly parts: readonly string[]
  readonly sizeGb: number
  readonly keys: readonly string[]
}

/** LB043: a SELECT that reads a large table without its key. */
export const selectWithoutKey: Rule = ({ queries, sync, tables }, source) => {
  const synced = sync.tables.map(({ targetSchema, targetTable, sizeGb, primaryKeys }) =>
    knownTable(`${targetSchema}.${targetTable}`, sizeGb, primaryKeys),
  )
  const plain = tables.map(({ name, sizeGb, primaryKeys }) => knownTable(name, sizeGb, primaryKeys))
  const large = [...synced, ...plain].filter(({ sizeGb }) => sizeGb > LARGE_TABLE_GB)
  return queries.flatMap(({ name, sql, at: path }) => {
    const tokens = sqlTokens(sql ?? '')
    if (!/^(?:SELECT|WITH)$/i.test(tokens[0]?.text ?? '')) return []
    const { read } = tableNames(tokens)
    const filtered = filterWords(tokens)
    return large
      .filter(({ parts }) => read.some((one) => isSame(one, parts)))
      .filter(({ keys }) => !keys.some((key) => filtered.has(key.toLowerCase())))
      .map(({ parts, sizeGb }) => {
        const message = `query "${name}" reads ${parts.join('.')} (${sizeGb} GB) without its key`
        const hint = 'Filter by the primary key or add an index for the filter.'
        return at(source, [...path, 'sql'], { ruleId: 'LB043', level: 'warn', message, hint })
      })
  })
}

/** LB044: synced tables are read-only. */
export const writeToSyncedTable: Rule = ({ queries, sync }, source) =>
  queries.flatMap(({ name, sql, at: path }) => {
    const { written } = tableNames(sqlTokens(sql ?? ''))
    return sync.tables
      .map(({ targetSchema, targetTable }) => knownTable(`${targetSchema}.${targetTable}`, 0, []))
      .filter(({ parts }) => written.some((one) => isSame(one, parts)))
      .map(({ parts }) => {
        const message = `query "${name}" writes to ${parts.join('.')}, a synced table, which is read-only`
        const hint = 'Write to a table of your own, or to the source in the lakehouse.'
        return at(source, [...path, 'sql'], { ruleId: 'LB044', level: 'warn', message, hint })
      })
  })

function knownTable(name: string, sizeGb = 0, keys: readonly string[]): KnownTable {
  return { parts: name.toLowerCase().split('.'), sizeGb, keys }
}

/** A name without schema means any schema; the search path is not in the file. */
function isSame(name: readonly string[], table: readonly string[]): boolean {
  const length = Math.min(name.length, table.length)
  return name.slice(-length).join('.') === table.slice(-length).join('.')
}

/** Every word after the first WHERE or ON. */
function filterWords(tokens: readonly SqlToken[]): ReadonlySet<string> {
  const first = tokens.findIndex(
    ({ kind, text }) => kind === 'word' && /^(?:WHERE|ON|USING)$/i.test(text),
  )
  return new Set(first === -1 ? [] : tokens.slice(first).map(({ text }) => text.toLowerCase()))
}
