import { lineIndex } from '@lakebase/sql-convert'
import type { ConvertedSource } from '../convert-sources.js'
import type { PlannedWrite } from '../write/plan-writes.js'
import type { ReportFile } from './conversion-report.js'
import { reportStatement } from './report-statement.js'

/** A source with what became of it. */
export function reportFile(
  { source, result, verifications }: ConvertedSource,
  text: string,
  writes: readonly PlannedWrite[],
): ReportFile {
  const { name, target } = source
  const lines = lineIndex(source.text)
  const change = writes.find(({ path }) => path === target)?.change
  return {
    source: name,
    ...(target !== undefined && { target }),
    ...(change && { change }),
    text,
    statements: result.statements.map((one, index) => {
      const verification = verifications?.[index]
      const statement = reportStatement(name, { text: source.text, lines }, one, index)
      return verification ? { ...statement, verification } : statement
    }),
  }
}
