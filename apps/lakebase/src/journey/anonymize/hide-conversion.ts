import type { ConversionReport } from 'cli-convert/parts'
import { hideFinding } from './hide-finding.js'

type Statement = ConversionReport['files'][number]['statements'][number]
type StatementFinding = ConversionReport['findings'][number]

const LEFT_OUT = '-- left out'

/** What became of each statement, without its text. */
export function hideConversion(
  report: ConversionReport,
  names: ReadonlyMap<string, string>,
): ConversionReport {
  const named = (path: string) => names.get(path) ?? 'query.sql'
  const finding = (one: StatementFinding): StatementFinding => ({
    ...hideFinding(one),
    file: named(one.file),
    offset: 0,
    line: one.line,
    column: one.column,
    endLine: one.endLine,
    endColumn: one.endColumn,
    length: 1,
    excerpt: '',
  })
  const statement = (one: Statement): Statement => {
    const { verification: _, ...rest } = one
    return {
      ...rest,
      source: LEFT_OUT,
      sql: one.sql.map(() => LEFT_OUT),
      parameters: one.parameters.map((_text, index) => `parameter_${index + 1}`),
      findings: one.findings.map(finding),
    }
  }
  const { file } = report.compat
  return {
    ...report,
    files: report.files.map(({ target, ...one }) => ({
      ...one,
      source: named(one.source),
      ...(target !== undefined && { target: named(target) }),
      text: '',
      statements: one.statements.map(statement),
    })),
    compat: { ...report.compat, ...(file !== undefined && { file: named(file) }) },
    findings: report.findings.map(finding),
  }
}
