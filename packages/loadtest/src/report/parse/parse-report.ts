import * as v from 'valibot'
import { LoadtestError } from '../../loadtest-error.js'
import { statementsOf } from '../../record/statements-of.js'
import type { RunReport } from '../run-report.js'
import { reportSchema } from './report-schema.js'

/** A bigint of a generator, which JSON has no number for. */
const BIGINT = 'bigint'

/** A report as text, which {@link parseReport} reads back. */
export function formatReport(report: RunReport): string {
  const write = (_: string, value: unknown) =>
    typeof value === 'bigint' ? { [BIGINT]: String(value) } : value
  return `${JSON.stringify(report, write, 2)}\n`
}

/**
 * A report of a file; `file` is named in the error.
 *
 * @throws LoadtestError `REPORT` with the place of what is wrong.
 */
export function parseReport(text: string, file: string): RunReport {
  const parsed = v.safeParse(reportSchema, parseJson(text, file))
  if (!parsed.success) {
    const [issue] = parsed.issues
    const path = v.getDotPath(issue)
    throw wrong(file, `${path === null ? '' : `${path}: `}${issue.message}`)
  }
  const report = parsed.output
  const statements = statementsOf(report.scenario)
  if (report.scripts.length !== report.scenario.scripts.length)
    throw wrong(
      file,
      `it has figures of ${report.scripts.length} scripts, its scenario has ${report.scenario.scripts.length}`,
    )
  if (report.statements.length !== statements.length)
    throw wrong(
      file,
      `it has figures of ${report.statements.length} statements, its scenario has ${statements.length}`,
    )
  return report
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text, (_, value) => readBigint(value))
  } catch (cause) {
    throw new LoadtestError('REPORT', `${file} is not JSON: it is cut off, or no report`, { cause })
  }
}

function readBigint(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(BIGINT in value)) return value
  const digits = value[BIGINT]
  return typeof digits === 'string' && /^-?\d+$/.test(digits) ? BigInt(digits) : value
}

function wrong(file: string, why: string): LoadtestError {
  return new LoadtestError(
    'REPORT',
    `${file} is no report of a run that this version reads: ${why}. Give the JSON that a run wrote`,
  )
}
