import type { Finding } from '../finding.js'
import { type SqlToken, sqlTokens } from '../sql/sql-tokens.js'
import type { Column } from '../workload.js'
import { type SourceText, sourceText } from '../yaml/source-text.js'
import { type TableElement, takeTableElement } from './column-definition.js'
import { type TokenCursor, takeName, takeNameList, tokenCursor } from './token-cursor.js'

/** A table as CREATE TABLE describes it. */
export interface DdlTable {
  /** As written, without quotes: one to three parts. */
  readonly name: readonly string[]
  readonly columns: readonly Column[]
  readonly primaryKeys: readonly string[]
}

export interface ParsedDdl {
  readonly tables: readonly DdlTable[]
  readonly findings: readonly Finding[]
}

/**
 * Reads the tables of a script of Databricks (or PostgreSQL) DDL: CREATE TABLE with its columns and
 * keys, and ALTER TABLE that adds a primary key. Every other statement is told as not read (LB053), and
 * one bad statement does not spoil the rest (LB052). Never throws.
 *
 * @example
 * parseTableDdl('CREATE TABLE main.shop.t (id BIGINT NOT NULL, PRIMARY KEY (id))', { file: 't.sql' })
 */
export function parseTableDdl(text: string, options: { readonly file: string }): ParsedDdl {
  const source = sourceText(text, options.file)
  const read = statements(sqlTokens(text)).map((tokens) => readStatement(tokens, source))
  return {
    tables: read.reduce<readonly DdlTable[]>((tables, one) => added(tables, one), []),
    findings: read.flatMap((one) => ('finding' in one ? one.finding : [])),
  }
}

type Read =
  | { readonly table: DdlTable }
  | { readonly key: Pick<DdlTable, 'name' | 'primaryKeys'> }
  | { readonly finding: Finding }

function readStatement(tokens: readonly SqlToken[], source: SourceText): Read {
  const cursor = tokenCursor(tokens)
  if (takeCreateTable(cursor)) return readCreateTable(cursor, tokens, source)
  if (cursor.takeWords('ALTER', 'TABLE')) return readAlterTable(cursor, tokens, source)
  return notRead(tokens, source)
}

/** CREATE [OR REPLACE] [EXTERNAL | UNLOGGED] TABLE [IF NOT EXISTS], and CREATE OR REFRESH of pipelines. */
function takeCreateTable(cursor: TokenCursor): boolean {
  if (!cursor.takeWords('CREATE')) return false
  if (!cursor.takeWords('OR', 'REPLACE')) cursor.takeWords('OR', 'REFRESH')
  for (const word of ['EXTERNAL', 'UNLOGGED', 'STREAMING']) cursor.takeWords(word)
  if (!cursor.takeWords('TABLE')) return false
  cursor.takeWords('IF', 'NOT', 'EXISTS')
  return true
}

function readCreateTable(
  cursor: TokenCursor,
  tokens: readonly SqlToken[],
  source: SourceText,
): Read {
  const name = takeName(cursor)
  if (!name) return broken('CREATE TABLE without a name', tokens, source)
  const title = name.join('.')
  if (!cursor.takeSymbol('(')) return broken(`${title}: no list of columns`, tokens, source)
  const elements = takeElements(cursor, source.text)
  if (!elements) {
    const here = cursor.peek()
    return broken(`${title}: no column can be read here`, here ? [here] : tokens, source)
  }
  if (!cursor.takeSymbol(')')) {
    return broken(`${title}: the list of columns has no end`, tokens, source)
  }
  const columns = elements.flatMap((one) => (one.kind === 'column' ? one.column : []))
  const primaryKeys = elements.flatMap((one) => {
    if (one.kind === 'column') return one.primaryKey ? one.column.name : []
    return one.kind === 'primary key' ? one.columns : []
  })
  return { table: withKeys({ name, columns, primaryKeys }) }
}

/** Undefined when an entry is neither column nor constraint; the cursor then stands at it. */
function takeElements(cursor: TokenCursor, sql: string): readonly TableElement[] | undefined {
  const elements: TableElement[] = []
  do {
    const element = takeTableElement(cursor, sql)
    if (!element) return undefined
    elements.push(element)
  } while (cursor.takeSymbol(','))
  return elements
}

/** ALTER TABLE t ADD [CONSTRAINT c] PRIMARY KEY (a, b) */
function readAlterTable(
  cursor: TokenCursor,
  tokens: readonly SqlToken[],
  source: SourceText,
): Read {
  const name = takeName(cursor)
  if (!name || !cursor.takeWords('ADD')) return notRead(tokens, source)
  if (cursor.takeWords('CONSTRAINT')) cursor.next()
  if (!cursor.takeWords('PRIMARY', 'KEY')) return notRead(tokens, source)
  return { key: { name, primaryKeys: takeNameList(cursor) } }
}

function added(tables: readonly DdlTable[], read: Read): readonly DdlTable[] {
  if ('table' in read) return [...tables, read.table]
  if ('finding' in read) return tables
  const { name, primaryKeys } = read.key
  return tables.map((table) =>
    sameName(table.name, name) ? withKeys({ ...table, primaryKeys }) : table,
  )
}

/** Columns of a primary key are never null. */
function withKeys(table: DdlTable): DdlTable {
  const isKey = ({ name }: Column) =>
    table.primaryKeys.some((key) => key.toLowerCase() === name.toLowerCase())
  const columns = table.columns.map((one) => (isKey(one) ? { ...one, nullable: false } : one))
  return { ...table, columns }
}

function sameName(a: readonly string[], b: readonly string[]): boolean {
  return a.join('.').toLowerCase() === b.join('.').toLowerCase()
}

function statements(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ';') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

function broken(message: string, tokens: readonly SqlToken[], source: SourceText): Read {
  return { finding: { ruleId: 'LB052', level: 'error', message, ...placeOf(tokens, source) } }
}

function notRead(tokens: readonly SqlToken[], source: SourceText): Read {
  const words = tokens.slice(0, 2).map(({ text }) => text)
  const message = `${words.join(' ')} is not read: only CREATE TABLE and primary keys are`
  return { finding: { ruleId: 'LB053', level: 'note', message, ...placeOf(tokens, source) } }
}

function placeOf(tokens: readonly SqlToken[], source: SourceText) {
  return source.place(tokens[0]?.start ?? 0, tokens[0]?.end ?? 1)
}
