import { formatReport } from '@lakebase/loadtest'
import type { LoadtestReport } from './loadtest-report.js'

/** A report as plain JSON: large integers of a scenario are written as the library reads them back. */
export function jsonDocument(report: LoadtestReport): unknown {
  return { ...report, run: JSON.parse(formatReport(report.run)) }
}
