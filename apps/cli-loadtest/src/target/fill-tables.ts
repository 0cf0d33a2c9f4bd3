import { counted, decimal, fileError, type Io, progressLine } from '@lakebase/cli-kit'
import { fillStatements, LoadtestError } from '@lakebase/loadtest'
import type { RunSql } from '@lakebase/loadtest/advise'
import { pgbenchTables } from './pgbench-tables.js'
import type { WorkloadTables } from './workload-tables.js'

interface Filling {
  readonly runSql: RunSql
  readonly signal: AbortSignal
  readonly quiet: boolean
}

/** Makes the tables of a workload and fills them; says what it made, and by which files. */
export async function fillWorkloadTables(
  { tables, files }: WorkloadTables,
  scale: number,
  { runSql, signal, quiet }: Filling,
  io: Pick<Io, 'stderr' | 'stderrIsTty'>,
): Promise<void> {
  const statements = planned(tables)
  const progress = progressLine(io, quiet)
  try {
    for (const [index, { sql, step, table }] of statements.entries()) {
      signal.throwIfAborted()
      progress.show(`${index + 1} of ${statements.length}: ${step} ${table}`)
      await runSql(sql)
    }
  } finally {
    progress.clear()
  }
  const rows = statements.reduce((sum, one) => sum + one.rows, 0)
  const made = `${counted(tables.length, 'table')} with ${counted(rows, 'row')}`
  if (!quiet) io.stderr(`filled ${made}, --scale ${scale} of ${files.join(' and ')}\n`)
}

function planned(tables: WorkloadTables['tables']) {
  try {
    return fillStatements(tables)
  } catch (error) {
    if (!(error instanceof LoadtestError)) throw error
    throw fileError('FILL', error.message, undefined, error)
  }
}

export async function fillPgbenchTables(
  scale: number,
  { runSql, signal, quiet }: Filling,
  io: Pick<Io, 'stderr'>,
): Promise<void> {
  const { rows, sql } = pgbenchTables(scale)
  for (const statement of sql) {
    signal.throwIfAborted()
    await runSql(statement)
  }
  if (!quiet) io.stderr(`filled the tables of pgbench: ${decimal(rows)} accounts\n`)
}
