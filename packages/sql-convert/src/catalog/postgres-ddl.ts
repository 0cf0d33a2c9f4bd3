import { UNKNOWN } from '../type/spark-type.js'
import { noSuchType } from './column-type.js'
import { blankOpaque, type PostgresToken, postgresTokens } from './postgres-tokens.js'
import { postgresTypeName } from './postgres-type-name.js'
import { SchemaError } from './schema-error.js'
import type { SchemaTable } from './schema-table.js'

const CREATE_TABLE =
  /^\s*create\s+(?:(?:global|local|temporary|temp|unlogged|foreign)\s+)*table\s+(?:if\s+not\s+exists\s+)?/i
const CREATE_TYPE = /^\s*create\s+(?:type|domain)\s+(?:[\w"]+\.)?"?(\w+)/i

/** The tables of a PostgreSQL script, a dump without its data for instance. */
export function postgresTables(text: string): readonly SchemaTable[] {
  const statements = statementsOf(blankOpaque(text))
  const ownTypes = new Set(
    statements.flatMap(({ code }) => CREATE_TYPE.exec(code)?.[1]?.toLowerCase() ?? []),
  )
  return statements.flatMap(({ code, start }) => {
    const head = CREATE_TABLE.exec(code)?.[0]
    if (head === undefined) return []
    const tokens = postgresTokens(code.slice(head.length), start + head.length)
    return readTable(tokens, { text, ownTypes })
  })
}

interface Script {
  readonly text: string
  /** Names of CREATE TYPE and CREATE DOMAIN. */
  readonly ownTypes: ReadonlySet<string>
}

function statementsOf(code: string): readonly { readonly code: string; readonly start: number }[] {
  return [...code.matchAll(/[^;]+/g)].map((match) => ({ code: match[0], start: match.index }))
}

function readTable(tokens: readonly PostgresToken[], script: Script): readonly SchemaTable[] {
  const open = tokens.findIndex(({ text }) => text === '(')
  const name = tokens.slice(0, open === -1 ? tokens.length : open)
  const parts = name.filter(({ kind }) => kind !== 'sign').map(({ text }) => text)
  // PARTITION OF, OF type and AS query have their columns from elsewhere.
  if (open === -1 || name.some(({ text }) => text === 'of' || text === 'as')) return []
  const columns = elementsOf(tokens.slice(open + 1), script).flatMap((element) =>
    readColumn(element, script),
  )
  return columns.length === 0 ? [] : [{ name: parts, columns }]
}

/** What stands between the commas of the list. */
function elementsOf(
  tokens: readonly PostgresToken[],
  { text }: Script,
): readonly (readonly PostgresToken[])[] {
  const elements: PostgresToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    const sign = token.kind === 'sign' ? token.text : ''
    if (sign === ')' && depth === 0) return elements
    depth += NESTING[sign] ?? 0
    if (sign === ',' && depth === 0) elements.push([])
    else elements.at(-1)?.push(token)
  }
  const last = tokens.at(-1) ?? { start: 0, end: 0 }
  throw new SchemaError('the list of columns has no end', text, last, 'Close it with ).')
}

const NESTING: Readonly<Record<string, number>> = { '(': 1, '[': 1, ')': -1, ']': -1 }

const NO_COLUMN: ReadonlySet<string> = new Set(
  'check constraint exclude foreign like primary unique'.split(' '),
)

function readColumn(
  tokens: readonly PostgresToken[],
  { text, ownTypes }: Script,
): SchemaTable['columns'] {
  const [name, first, second] = tokens
  if (!name || (name.kind === 'word' && NO_COLUMN.has(name.text))) return []
  if (!first || first.kind === 'sign') {
    throw new SchemaError(`the column ${name.text} has no type`, text, first ?? name)
  }
  const { type, next } = postgresTypeName(tokens, 1)
  if (type) return [{ name: name.text, type }]
  // A type of the user's own: an enumeration, a domain, an extension's.
  const isOwn = second?.text === '.' || first.kind === 'quoted name' || ownTypes.has(first.text)
  if (isOwn) return [{ name: name.text, type: UNKNOWN }]
  const end = tokens[next - 1]?.end ?? first.end
  throw noSuchType(text.slice(first.start, end), text, { start: first.start, end })
}
