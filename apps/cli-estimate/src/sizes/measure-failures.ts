import { CliError } from '@lakebase/cli-kit'
import { isWorkspaceError, workspaceExitCode } from '@lakebase/cli-kit/workspace'
import type { Finding } from '@lakebase/config'
import type { FailedMeasurement } from '@lakebase/sizer'
import type { WorkspaceError } from '@lakebase/workspace'
import type { Measuring } from './measuring.js'

/**
 * What could not be measured, each at its table.
 *
 * @param asked how many tables were asked for
 * @throws CliError when all failed for a reason that is about none of them, and the user insists
 */
export function measureFailures(
  failed: readonly FailedMeasurement[],
  asked: number,
  { workload, source, wish }: Measuring,
): readonly Finding[] {
  const [first] = failed
  const general =
    first && failed.length === asked && isWorkspaceError(first.error) ? first.error : undefined
  // A statement that fails is about its table; every other failure is about the way to all of them.
  if (general && general.code !== 'SQL') {
    if (wish.insist) {
      throw notMeasuredError(
        workspaceExitCode(general.code),
        `not measured: ${general.message}`,
        general,
      )
    }
    return [{ ...notMeasured(general.message, general), ...source.locate(SYNC) }]
  }
  return failed.map(({ table, error }) => {
    const at = workload.sync.tables.find(({ name }) => name === table)?.at ?? SYNC
    return { ...notMeasured(`${table}: ${error.message}`, error), ...source.locate(at) }
  })
}

/** Where the tables stand in the file. */
export const SYNC = ['delta_synchronization', 'tables_to_sync'] as const

export function notMeasured(message: string, error: Error): Finding {
  const hint = isWorkspaceError(error) ? error.hint : undefined
  const said = { ruleId: 'LB055', level: 'warn', message: `not measured: ${message}` } as const
  return { ...said, ...(hint && { hint }) }
}

export function notMeasuredError(
  code: 3 | 4 | 5,
  message: string,
  error?: WorkspaceError,
): CliError {
  const hint = error?.hint
  const finding = { ruleId: 'LB055', level: 'error', message, ...(hint && { hint }) } as const
  return new CliError(code, [finding], { cause: error })
}
