import type { SchemaTable } from '../catalog/schema-table.js'
import type { ConvertedStatement } from '../convert/converted-statement.js'
import { fold } from '../postgres/identifier.js'
import { postgresType } from '../type/postgres-type.js'
import type { ModelMessage } from './chat.js'
import { compatSignatures } from './compat-signatures.js'

/** What is told of every statement. */
const SYSTEM = `You convert one statement of Databricks SQL (Spark SQL, ANSI mode) to one statement of PostgreSQL 17.
Keep its meaning exactly: every join, condition, group key, order, limit, parameter and output column, with the same names.
Write parameters as $1, $2, … as listed. Do not invent tables, columns or functions; no extensions.
Types: STRING is text, TINYINT smallint, DOUBLE double precision, FLOAT real, DECIMAL(p,s) numeric(p,s), BINARY bytea, TIMESTAMP timestamptz, TIMESTAMP_NTZ timestamp; arrays of scalars are arrays, MAP, STRUCT, VARIANT and nested arrays are jsonb.
Databricks sorts NULL first in ascending order and last in descending order: say NULLS FIRST or NULLS LAST.
Answer with JSON only: {"sql": "…"}. If there is no faithful conversion: {"sql": null, "why": "…"}.`

/** What a statement may refer to. */
export interface Surroundings {
  readonly schema: readonly SchemaTable[]
  /** Definitions that stand before it, as they were converted. */
  readonly before: readonly Pick<ConvertedStatement, 'sql'>[]
}

/** The first question about a statement: its text, what the rules say, its tables, the functions at hand. */
export function questionFor(
  text: string,
  statement: ConvertedStatement,
  parameters: readonly string[],
  { schema, before }: Surroundings,
): readonly ModelMessage[] {
  const source = text.slice(statement.start, statement.end)
  const parts = [
    `Statement:\n\`\`\`sql\n${source}\n\`\`\``,
    section(
      'Why the rules refuse it',
      statement.diagnostics.map(
        ({ message, hint }) => `- ${message}${hint === undefined ? '' : ` (${hint})`}`,
      ),
    ),
    section(
      'Parameters',
      parameters.map((name, place) => `- $${place + 1}${name === '' ? '' : `: ${name}`}`),
    ),
    section('Tables', [...tablesOf(source, schema), ...definitionsOf(source, before)]),
    section(
      'Functions that are there besides those of PostgreSQL 17, if they help',
      compatSignatures(source),
    ),
  ]
  return [
    { role: 'system', content: SYSTEM },
    { role: 'user', content: parts.filter((part) => part !== '').join('\n\n') },
  ]
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}:\n${lines.join('\n')}`
}

/** Tables whose name stands in the statement. */
function tablesOf(source: string, schema: readonly SchemaTable[]): readonly string[] {
  const words = wordsOf(source)
  return schema
    .filter(({ name }) => words.has(fold(name.at(-1) ?? '')))
    .map(({ name, columns }) => {
      const list = columns.map((column) => `${column.name ?? '?'} ${postgresType(column.type)}`)
      return `- ${name.slice(-2).join('.')} (${list.join(', ')})`
    })
}

/** Tables and views that the script creates before, as PostgreSQL has them. */
function definitionsOf(source: string, before: Surroundings['before']): readonly string[] {
  const words = wordsOf(source)
  return before
    .flatMap(({ sql }) => sql)
    .filter((one) =>
      words.has(/^CREATE (?:[A-Z]+ )*([\w."]+)/.exec(one)?.[1]?.split('.').at(-1) ?? ''),
    )
    .map((one) => `- ${one.replace(/\s+/g, ' ')}`)
}

function wordsOf(source: string): ReadonlySet<string> {
  return new Set(fold(source).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
}
