import type { ConvertedStatement, Diagnostic } from '../convert/converted-statement.js'
import type { LineIndex } from '../source/line-index.js'
import { asComment, commentLines, commentsWithin } from './comment.js'

/** Whether the statement itself stands in the file, and not as a comment. */
export function isWritten({ status }: ConvertedStatement): boolean {
  return status === 'converted' || status === 'converted_by_model' || status === 'already_postgres'
}

/** The lines of one statement: its conversion, or itself as a comment under the reason. */
export function renderStatement(
  text: string,
  lines: LineIndex,
  statement: ConvertedStatement,
): readonly string[] {
  switch (statement.status) {
    case 'converted':
    case 'converted_by_model':
      return [
        ...commentsWithin(text, statement).flatMap(commentLines),
        ...worthSaying(statement).flatMap((one) => diagnosticLines(lines, one)),
        ...statement.sql.map((sql) => `${sql};`),
      ]
    case 'already_postgres':
      return [`${text.slice(statement.start, statement.end)};`]
    default:
      return [...reason(lines, statement), ...asComment(sourceOf(text, statement))]
  }
}

/** Notes are for the report, but for those that say how several statements belong together. */
function worthSaying({ sql, diagnostics }: ConvertedStatement): readonly Diagnostic[] {
  return sql.length > 1 ? diagnostics : diagnostics.filter(({ severity }) => severity !== 'note')
}

function reason(lines: LineIndex, { status, diagnostics }: ConvertedStatement): readonly string[] {
  const head = status === 'not_applicable' ? 'Not applicable' : `NOT CONVERTED (${status})`
  const why = diagnostics.filter(({ code }) => code !== 'SQ010' && code !== 'SQ011')
  return [`-- ${head}:`, ...why.flatMap((one) => diagnosticLines(lines, one))]
}

function diagnosticLines(lines: LineIndex, diagnostic: Diagnostic): readonly string[] {
  const { code, severity, message, hint, span } = diagnostic
  const { line, column } = lines.at(span.start)
  return [
    ...asComment(`${severity} ${code} ${line}:${column} ${message}`),
    ...(hint === undefined ? [] : asComment(hint, '  ')),
  ]
}

/** What cannot be lexed begins with the semicolon before it. */
function sourceOf(text: string, { start, end }: ConvertedStatement): string {
  return text
    .slice(start, end)
    .replace(/^[\s;]+/, '')
    .trimEnd()
}
