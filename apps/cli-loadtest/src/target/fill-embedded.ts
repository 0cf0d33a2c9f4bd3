import { fileError, type Io, readInput, usageError } from '@lakebase/cli-kit'
import type { RunSql } from '@lakebase/loadtest/advise'
import type { LoadedScenario } from '../scenario/load-scenario.js'
import { fillPgbenchTables, fillWorkloadTables } from './fill-tables.js'
import { missingTables } from './missing-tables.js'
import { isPgbenchTable } from './pgbench-tables.js'
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
 * What the flags and files say is to be in the database, read before a server is started for it. The
 * tables of pgbench are made when the server says that a statement misses one, so that no name decides
 * what a table of the user's own is.
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
  const isNamed = flags.workload !== undefined
  const scale = given ?? WORKLOAD_SCALE
  const workload =
    setups.length > 0 && !isNamed ? undefined : workloadTables(flags, folder, scale, io.cwd)
  return async (runSql, signal) => {
    const filling = { runSql, signal, quiet: flags.quiet }
    await runSql('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    if (workload !== undefined && (isNamed || !(await wantsOnlyPgbench()))) {
      await fillWorkloadTables(workload, scale, filling, io)
    }
    for (const setup of setups) await runSetup(setup, runSql)
    const missing = await missingTables(scenario, runSql)
    if (missing.some(isPgbenchTable)) {
      await fillPgbenchTables(given ?? PGBENCH_SCALE, filling, io)
    }

    async function wantsOnlyPgbench(): Promise<boolean> {
      const missing = await missingTables(scenario, runSql)
      const own = new Set(workload?.tables.map(({ table }) => table))
      return missing.length > 0 && missing.every((name) => isPgbenchTable(name) && !own.has(name))
    }
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
