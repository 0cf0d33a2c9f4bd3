import { fileError, type Io, readInput, usageError } from '@lakebase/cli-kit'
import type { RunSql } from '@lakebase/loadtest/advise'
import type { LoadedScenario } from '../scenario/load-scenario.js'
import { fillPgbenchTables, fillWorkloadTables, wantsPgbenchTables } from './fill-tables.js'
import { workloadTables } from './workload-tables.js'

export interface FillFlags {
  readonly scale: string | undefined
  readonly setup: readonly string[]
  readonly ddl: readonly string[]
  readonly workload: string | undefined
  readonly quiet: boolean
}

/** Of a workload: a thousandth of its rows is filled in seconds. */
const WORKLOAD_SCALE = 0.001
const PGBENCH_SCALE = 1

/**
 * What the flags and files say is to be in the database, read before a server is started for it.
 *
 * @throws CliError with exit code 2 or 3
 */
export function planFill(
  { scenario, folder }: LoadedScenario,
  flags: FillFlags,
  io: Pick<Io, 'stderr' | 'stderrIsTty' | 'cwd'>,
): (runSql: RunSql, signal: AbortSignal) => Promise<void> {
  const given = flags.scale === undefined ? undefined : Number(flags.scale)
  if (given !== undefined && !(given > 0)) {
    throw usageError(`--scale: "${flags.scale}" is no factor`, 'such as 0.01 or 10')
  }
  const setups = flags.setup.map((name) => readInput(name, io.cwd))
  const isPgbench = wantsPgbenchTables(scenario)
  const scale = given ?? (isPgbench ? PGBENCH_SCALE : WORKLOAD_SCALE)
  const workload =
    isPgbench || setups.length > 0 ? undefined : workloadTables(flags, folder, scale, io.cwd)
  return async (runSql, signal) => {
    const filling = { runSql, signal, quiet: flags.quiet }
    await runSql('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    for (const setup of setups) await runSetup(setup, runSql)
    if (isPgbench && setups.length === 0) await fillPgbenchTables(scale, filling, io)
    if (workload !== undefined) await fillWorkloadTables(workload, scale, filling, io)
  }
}

/** One text of several statements, as it is. */
async function runSetup(
  { name, text }: { readonly name: string; readonly text: string },
  runSql: RunSql,
): Promise<void> {
  try {
    await runSql(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('SETUP', `${name}: ${why}`, undefined, error)
  }
}
