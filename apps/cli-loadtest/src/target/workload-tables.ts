import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileError, usageError, userPath } from '@lakebase/cli-kit'
import { type FillTable, fillTables } from '@lakebase/loadtest'
import { describedWorkload } from './described-workload.js'

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
 * The tables of a workload file with the columns of its DDL; without flags that of `workload.yml` beside the
 * scenario, and `tables.sql` beside that, where they are.
 *
 * @throws CliError with exit code 2 or 3
 */
export function workloadTables(
  { workload: named, ddl }: WorkloadFlags,
  folder: string,
  scale: number,
  cwd: string,
): WorkloadTables | undefined {
  const file = named ?? inFolder(folder, 'workload.yml', cwd)
  if (file === undefined) {
    if (ddl.length === 0) return undefined
    throw usageError('--ddl has the columns, and no file says how many rows', 'add --workload FILE')
  }
  const ddlFiles = ddlOf(file, ddl, cwd)
  const tables = fillTables(describedWorkload(file, ddlFiles, cwd), scale)
  if (tables.length > 0) return { tables, files: [file, ...ddlFiles] }
  throw fileError(
    'FILL',
    `${[file, ...ddlFiles].join(' and ')}: no table has columns, so none can be made`,
    '--ddl FILE has them, or --setup FILE in place of the workload',
  )
}

/** DDL files as named, else `tables.sql` beside the workload where it is. */
export function ddlOf(workload: string, named: readonly string[], cwd: string): readonly string[] {
  const beside = inFolder(dirname(userPath(workload, cwd)), 'tables.sql', cwd)
  return named.length > 0 || beside === undefined ? named : [beside]
}

function inFolder(folder: string, name: string, cwd: string): string | undefined {
  const path = join(folder, name)
  return existsSync(path) ? relative(cwd, path) : undefined
}
