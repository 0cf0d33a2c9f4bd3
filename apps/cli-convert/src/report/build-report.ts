import { type Exit, GENERATOR, sortFindings } from '@lakebase/cli-kit'
import type {
  Checks,
  CompatNeed,
  ConversionReport,
  ReportFile,
  ReportStatement,
  Summary,
} from './conversion-report.js'
import { isLeftOver } from './statuses.js'

interface Run {
  readonly files: readonly ReportFile[]
  readonly compat: CompatNeed
  readonly version: string
  readonly now: Date
  readonly checks?: Checks | undefined
  /** Whether what is not converted fails the run. */
  readonly check: boolean
}

/** What a run did, counted. */
export function buildReport({ files, compat, checks, version, now, check }: Run): ConversionReport {
  const statements = files.flatMap((file) => file.statements)
  const summary = summaryOf(files, statements)
  const exit = exitOf(summary, check)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    generator: GENERATOR,
    version,
    generatedAt: now.toISOString(),
    postgres: 17,
    summary,
    files,
    compat,
    ...(checks && { checks }),
    findings: files.flatMap((file) =>
      sortFindings(file.statements.flatMap(({ findings }) => findings)),
    ),
    exit,
  }
}

function summaryOf(files: readonly ReportFile[], statements: readonly ReportStatement[]): Summary {
  const count = (is: (statement: ReportStatement) => boolean) => statements.filter(is).length
  const byStatus = { ...NONE }
  for (const { status } of statements) byStatus[status]++
  return {
    files: files.length,
    statements: statements.length,
    byStatus,
    notConverted: count(({ status }) => isLeftOver(status)),
    approximate: count(
      ({ status, semantics }) => status === 'converted' && semantics === 'approximate',
    ),
  }
}

const NONE = {
  converted: 0,
  converted_by_model: 0,
  already_postgres: 0,
  not_applicable: 0,
  needs_schema: 0,
  unsupported: 0,
  parse_error: 0,
  verify_failed: 0,
}

function exitOf({ notConverted, statements, byStatus }: Summary, check: boolean): Exit {
  const refused = byStatus.verify_failed
  if (refused > 0 && !check) {
    return { code: 1, reason: `${refused} of ${statements} statements refused by a check` }
  }
  if (notConverted === 0 || !check) return { code: 0, reason: 'ok' }
  return { code: 1, reason: `${notConverted} of ${statements} statements not converted` }
}
