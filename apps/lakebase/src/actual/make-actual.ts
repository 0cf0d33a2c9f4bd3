import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argvReader, type Io, interruptible, readWorkloadFile, userPath } from '@lakebase/cli-kit'
import {
  asCliError,
  configuredWarehouse,
  openWorkspaceFor,
  readDotEnv,
} from '@lakebase/cli-kit/workspace'
import { type EstimateReport, estimateOptions, makeEstimate } from 'cli-estimate/parts'
import type { ActualOptions } from './actual-options.js'
import type { ActualReport, GroupComparison } from './actual-report.js'
import { compareSpend } from './compare-spend.js'
import { daysBetween, periodSince } from './period.js'
import { readSpend, type Spend } from './read-spend.js'

/** Asks the warehouse what was spent, and sets it beside what the workload should cost. */
export async function makeActual(options: ActualOptions, io: Io): Promise<ActualReport> {
  const period = periodSince(options.since, io.now())
  const config = readWorkloadFile(options.config, io.cwd).name
  // What an estimate has measured is what it is compared with; nothing is measured for the comparison alone.
  const isMeasured = existsSync(join(userPath(dirname(config), io.cwd), 'lakebase.lock.json'))
  const words = [
    ...['--config', config, '--as-of', period.from],
    ...(isMeasured ? [] : ['--no-measure']),
    ...(options.quiet ? ['--quiet'] : []),
  ]
  const estimate = await makeEstimate(estimateOptions(argvReader(words)), io)
  const spend = await askForSpend(
    config,
    { ...period, project: options.project },
    options.quiet,
    io,
  )
  return reportOf(config, period, estimate, spend)
}

async function askForSpend(
  config: string,
  asked: Parameters<typeof readSpend>[1],
  quiet: boolean,
  io: Io,
): Promise<readonly Spend[]> {
  const dotEnv = readDotEnv([io.cwd, userPath(dirname(config), io.cwd)], () => true)
  try {
    const workspace = await openWorkspaceFor(io, dotEnv)
    const warehouse = await configuredWarehouse(workspace)
    const { host } = workspace.describe()
    if (!quiet) {
      io.stderr(
        `asking ${host.value} from ${host.source}, warehouse ${warehouse.value} from ${warehouse.source}, for the spend from ${asked.from} to ${asked.to}\n`,
      )
    }
    return await interruptible(io, (signal) => readSpend(workspace.runSql, asked, signal))
  } catch (error) {
    throw asCliError(error)
  }
}

function reportOf(
  config: string,
  period: { readonly from: string; readonly to: string },
  { cost }: EstimateReport,
  spend: readonly Spend[],
): ActualReport {
  const postedThrough = spend
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1)
  const days = postedThrough === undefined ? 0 : daysBetween(period.from, postedThrough)
  const groups = compareSpend(cost, spend, days)
  const sum = (part: (group: GroupComparison) => number) =>
    groups.reduce((total, group) => total + part(group), 0)
  const unpricedRows = spend.reduce((total, one) => total + one.unpricedRows, 0)
  return {
    ok: true,
    schemaVersion: 1,
    config,
    currency: 'USD',
    period: { ...period, ...(postedThrough !== undefined && { postedThrough }), days },
    groups,
    total: {
      estimated: sum(({ estimated }) => estimated),
      actual: sum(({ actual }) => actual),
      gap: sum(({ gap }) => gap),
    },
    complete: cost.complete && unpricedRows === 0,
    unpricedRows,
    exit: { code: 0, reason: 'ok' },
  }
}
