import { CliError, readInput } from '@lakebase/cli-kit'
import { parseTableDdl, parseWorkload, type Workload, withTableDdl } from '@lakebase/config'

/**
 * A workload file, its tables with the columns that DDL files give them.
 *
 * @throws CliError with exit code 3
 */
export function describedWorkload(file: string, ddl: readonly string[], cwd: string): Workload {
  const { workload, findings } = parseWorkload(readInput(file, cwd).text, { file })
  if (workload === undefined) throw new CliError(3, findings)
  const parsed = ddl.map((name) => parseTableDdl(readInput(name, cwd).text, { file: name }))
  const errors = parsed.flatMap((one) => one.findings).filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new CliError(3, errors)
  return withTableDdl(
    workload,
    parsed.flatMap((one) => one.tables),
  ).workload
}
