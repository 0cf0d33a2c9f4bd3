import { type Io, paint, wantsColor } from '@lakebase/cli-kit'
import type { ConvertOptions } from '../../commands/convert-options.js'
import type { ConversionReport } from '../../report/conversion-report.js'
import type { PlannedWrite } from '../../write/plan-writes.js'
import { counted } from '../counted.js'
import { summaryLines } from './summary-lines.js'

/** The result on stdout; when that is SQL, what is said about it goes to stderr. */
export function printRun(
  report: ConversionReport,
  writes: readonly PlannedWrite[],
  options: ConvertOptions,
  io: Io,
): void {
  const { exit, files } = report
  const sql = files.find(({ target }) => target === '-')
  if (options.json) io.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else if (sql) {
    io.stdout(sql.text)
    const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stderrIsTty))
    if (!options.quiet) io.stderr(`${summaryLines(report, colors).join('\n')}\n`)
  } else if (!options.reports.includes('-')) {
    const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
    io.stdout(`${summaryLines(report, colors).join('\n')}\n`)
  }
  if (options.quiet) return
  for (const line of [...written(writes), ...next(report, options)]) io.stderr(`${line}\n`)
  if (exit.code !== 0) io.stderr(`exit ${exit.code}: ${exit.reason}\n`)
}

function written(writes: readonly PlannedWrite[]): readonly string[] {
  if (writes.length === 0) return []
  const of = (change: PlannedWrite['change']) =>
    writes.filter((one) => one.change === change).length
  const parts = (['new', 'changed', 'unchanged'] as const).flatMap((change) =>
    of(change) === 0 ? [] : [`${of(change)} ${change}`],
  )
  return [`${counted(writes.length, 'file')}: ${parts.join(', ')}`]
}

/** What to do next, the most useful thing only. */
function next(
  { summary, compat }: ConversionReport,
  { schemas }: ConvertOptions,
): readonly string[] {
  if (summary.byStatus.needs_schema > 0) {
    const more = schemas.length > 0 ? 'more tables' : 'the tables'
    return [`next: say what columns ${more} have: --schema tables.sql`]
  }
  if (compat.file !== undefined) return [`next: psql -f ${compat.file}, then the files beside it`]
  return []
}
