import type { ConvertedStatement, Diagnostic, LineIndex } from '@lakebase/sql-convert'
import type { ReportStatement, StatementFinding } from './conversion-report.js'

interface ReadSource {
  readonly text: string
  readonly lines: LineIndex
}

/** A statement with lines and columns in place of offsets. */
export function reportStatement(
  file: string,
  { text, lines }: ReadSource,
  statement: ConvertedStatement,
  index: number,
): ReportStatement {
  const { start, end, diagnostics, ...rest } = statement
  return {
    number: index + 1,
    ...rest,
    ...placeOf(lines, start, end),
    source: text.slice(start, end),
    findings: diagnostics.map((diagnostic) => findingOf(file, lines, diagnostic)),
  }
}

const LEVELS = { error: 'error', warning: 'warn', note: 'note' } as const

function findingOf(file: string, lines: LineIndex, diagnostic: Diagnostic): StatementFinding {
  const { code, severity, message, hint, span } = diagnostic
  const place = placeOf(lines, span.start, span.end)
  return {
    ruleId: code,
    level: LEVELS[severity],
    message,
    file,
    ...place,
    length: Math.max(1, span.end - span.start),
    excerpt: lines.line(place.line),
    ...(hint !== undefined && { hint }),
  }
}

function placeOf(lines: LineIndex, start: number, end: number) {
  const to = lines.at(end)
  return { offset: start, ...lines.at(start), endLine: to.line, endColumn: to.column }
}
