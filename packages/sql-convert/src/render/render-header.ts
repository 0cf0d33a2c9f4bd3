import type { ConvertedStatement } from '../convert/converted-statement.js'
import type { ConversionResult } from '../convert/converter.js'
import type { LineIndex } from '../source/line-index.js'
import { asComment } from './comment.js'

/** What the head of a converted script says of its origin. */
export interface ScriptHeader {
  /** Who converts, with the version: `Lakebase Accelerator 1.2.0`. */
  readonly tool: string
  /** The name of the source. */
  readonly source: string
  /** The file that has the functions of spark_compat; to be run first. */
  readonly compatFile?: string
}

/** What was done, what the script needs, and what its parameters are. */
export function renderHeader(
  lines: LineIndex,
  { statements, compatFunctions }: ConversionResult,
  { tool, source, compatFile }: ScriptHeader,
): readonly string[] {
  const needs = `Needs spark_compat: ${compatFunctions.join(', ')}.`
  const said = [
    `Converted from Databricks SQL to PostgreSQL 17 by ${tool}.`,
    `Source: ${source}`,
    `Statements: ${countsOf(statements)}.`,
    ...(compatFunctions.length === 0 ? [] : [needs]),
    ...(compatFunctions.length > 0 && compatFile !== undefined ? [`Run ${compatFile} first.`] : []),
    ...statements.flatMap((one, index) => parameterLine(lines, one, index)),
  ]
  return said.flatMap((line) => asComment(line))
}

function countsOf(statements: readonly ConvertedStatement[]): string {
  const counts = new Map<string, number>()
  for (const { status } of statements) counts.set(status, (counts.get(status) ?? 0) + 1)
  const parts = [...counts].map(([status, count]) => `${count} ${status.replaceAll('_', ' ')}`)
  return parts.length === 0 ? 'none' : parts.join(', ')
}

function parameterLine(
  lines: LineIndex,
  { parameters, start }: ConvertedStatement,
  index: number,
): readonly string[] {
  if (parameters.every((written, place) => written === `$${place + 1}`)) return []
  const { line } = lines.at(start)
  const list = parameters.map((_, place) => `$${place + 1} = ${named(parameters, place)}`)
  return [`Parameters of statement ${index + 1} (line ${line}): ${list.join(', ')}`]
}

/** Signs without a name are told apart by their place. */
function named(parameters: readonly string[], place: number): string {
  const written = parameters[place] ?? ''
  const same = parameters.filter((one) => one === written)
  if (same.length === 1) return written
  const number = parameters.slice(0, place + 1).filter((one) => one === written).length
  return `${written} no. ${number}`
}
