import { type ConvertedStatement, type Diagnostic, lineAndColumn } from '@lakebase/sql-convert'
import type { ReportStatement, StatementFinding } from './conversion-report.js'
import { lineOf } from './excerpt.js'

/** A statement with lines and columns in place of offsets. */
export function reportStatement(
  file: string,
  text: string,
  statement: ConvertedStatement,
  index: number,
): ReportStatement {
  const { start, end, diagnostics, ...rest } = statement
  return {
    number: index + 1,
    ...rest,
    ...placeOf(text, start, end),
    source: text.slice(start, end),
    findings: diagnostics.map((diagnostic) => findingOf(file, text, diagnostic)),
  }
}

const LEVELS = { error: 'error', warning: 'warn', note: 'note' } as const

function findingOf(file: string, text: string, diagnostic: Diagnostic): StatementFinding {
  const { code, severity, message, hint, span } = diagnostic
  const place = placeOf(text, span.start, span.end)
  return {
    ruleId: code,
    level: LEVELS[severity],
    message,
    file,
    ...place,
    length: Math.max(1, span.end - span.start),
    excerpt: lineOf(text, place.line),
    ...(hint !== undefined && { hint }),
  }
}

function placeOf(text: string, start: number, end: number) {
  const to = lineAndColumn(text, end)
  return { offset: start, ...lineAndColumn(text, start), endLine: to.line, endColumn: to.column }
}
