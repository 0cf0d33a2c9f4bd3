import type { SyncFacts } from '@lakebase/bundle-gen'
import { CliError, readWorkloadFile } from '@lakebase/cli-kit'
import { parseWorkload, type SyncedTable } from '@lakebase/config'
import { rowsFromGb } from '@lakebase/sizer'

/** Rows of a workload's tables, by source. */
export function workloadFacts(
  file: string | undefined,
  cwd: string,
): ReadonlyMap<string, SyncFacts> {
  if (file === undefined) return new Map()
  const { text, name } = readWorkloadFile(file, cwd)
  const { workload, findings } = parseWorkload(text, { file: name })
  if (workload === undefined) throw new CliError(3, findings)
  return new Map(workload.sync.tables.map((table) => [table.name, factsOf(table)] as const))
}

function factsOf(table: SyncedTable): SyncFacts {
  const rows = table.rows ?? (table.sizeGb === undefined ? undefined : rowsFromGb(table.sizeGb))
  return rows === undefined ? {} : { rows }
}
