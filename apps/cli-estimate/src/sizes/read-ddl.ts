import { CliError, readInput } from '@lakebase/cli-kit'
import {
  type DdlTable,
  type DescribedWorkload,
  parseTableDdl,
  type Workload,
  withTableDdl,
} from '@lakebase/config'

/** The workload with the columns of the DDL files that the user gave. */
export function readDdl(
  workload: Workload,
  files: readonly string[],
  cwd: string,
): DescribedWorkload {
  if (files.length === 0) return { workload, findings: [] }
  const parsed = files.map((name) => {
    const { text } = readInput(name, cwd)
    return parseTableDdl(text, { file: name })
  })
  const tables: readonly DdlTable[] = parsed.flatMap((one) => one.tables)
  const findings = parsed.flatMap((one) => one.findings)
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new CliError(3, errors)
  const described = withTableDdl(workload, tables)
  return { ...described, findings: [...findings, ...described.findings] }
}
