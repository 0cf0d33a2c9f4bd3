import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CliError, readInput, usageError } from '@lakebase/cli-kit'
import { parseTableDdl, parseWorkload, withTableDdl } from '@lakebase/config'
import { type FillTable, fillTables } from '@lakebase/loadtest'

export interface WorkloadFlags {
  readonly workload: string | undefined
  readonly ddl: readonly string[]
}

/** Tables to make, and the files that describe them. */
export interface WorkloadTables {
  readonly tables: readonly FillTable[]
  readonly files: readonly string[]
}

/**
 * The tables of a workload file with the columns of its DDL; without flags those of `workload.yml` and
 * `tables.sql` beside the scenario, where they are.
 *
 * @throws CliError with exit code 2 or 3
 */
export function workloadTables(
  { workload: named, ddl }: WorkloadFlags,
  folder: string,
  scale: number,
  cwd: string,
): WorkloadTables | undefined {
  const beside = (name: string) => {
    const path = join(folder, name)
    return existsSync(path) ? relative(cwd, path) : undefined
  }
  const file = named ?? beside('workload.yml')
  if (file === undefined) {
    if (ddl.length === 0) return undefined
    throw usageError('--ddl has the columns, and no file says how many rows', 'add --workload FILE')
  }
  const tables = beside('tables.sql')
  const ddlFiles = ddl.length > 0 ? ddl : tables === undefined ? [] : [tables]
  const { workload, findings } = parseWorkload(readInput(file, cwd).text, { file })
  if (workload === undefined) throw new CliError(3, findings)
  const parsed = ddlFiles.map((name) => parseTableDdl(readInput(name, cwd).text, { file: name }))
  const errors = parsed.flatMap((one) => one.findings).filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new CliError(3, errors)
  const described = withTableDdl(
    workload,
    parsed.flatMap((one) => one.tables),
  )
  return { tables: fillTables(described.workload, scale), files: [file, ...ddlFiles] }
}
