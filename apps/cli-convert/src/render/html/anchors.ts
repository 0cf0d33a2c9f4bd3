import type { ReportStatement } from '../../report/conversion-report.js'

/** Where a statement stands in the page. */
export function statementId(file: number, { number }: Pick<ReportStatement, 'number'>): string {
  return `s${file + 1}-${number}`
}

/** Where a finding stands below its statement. */
export function findingId(statement: string, index: number): string {
  return `${statement}-f${index + 1}`
}

export function fileId(file: number): string {
  return `file${file + 1}`
}
