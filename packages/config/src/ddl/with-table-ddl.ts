import type { Finding } from '../finding.js'
import type { PlainTable, SyncedTable, Workload } from '../workload.js'
import type { DdlTable } from './parse-table-ddl.js'

/** A workload that knows the columns of its tables, and which names did not meet. */
export interface DescribedWorkload {
  readonly workload: Workload
  readonly findings: readonly Finding[]
}

/**
 * Gives the tables of a workload their columns from DDL. What the workload file says itself stays. A
 * name of the DDL with fewer parts fits the end of a table's full name: `orders` is `main.shop.orders`.
 */
export function withTableDdl(workload: Workload, ddl: readonly DdlTable[]): DescribedWorkload {
  const tables = [...workload.sync.tables, ...workload.tables]
  const unused = ddl.filter((one) => !tables.some((table) => fits(one, table)))
  const without = tables.filter(
    (table) => table.columns.length === 0 && !ddl.some((one) => fits(one, table)),
  )
  return {
    workload: {
      ...workload,
      sync: { ...workload.sync, tables: workload.sync.tables.map((one) => described(one, ddl)) },
      tables: workload.tables.map((one) => described(one, ddl)),
    },
    findings: [
      ...unused.map(({ name }) => unmet(`${name.join('.')} is in the DDL and not in the workload`)),
      ...without.map(({ name }) => unmet(`${name} is in the workload and not in the DDL`)),
    ],
  }
}

function described<T extends SyncedTable | PlainTable>(table: T, ddl: readonly DdlTable[]): T {
  const found = ddl.find((one) => fits(one, table))
  if (!found) return table
  return {
    ...table,
    columns: table.columns.length > 0 ? table.columns : found.columns,
    primaryKeys: table.primaryKeys.length > 0 ? table.primaryKeys : found.primaryKeys,
  }
}

function fits(ddl: DdlTable, table: SyncedTable | PlainTable): boolean {
  const full = table.name.toLowerCase().split('.')
  const name = ddl.name.map((part) => part.toLowerCase())
  return name.length <= full.length && name.every((part, i) => full.at(i - name.length) === part)
}

function unmet(message: string): Finding {
  return { ruleId: 'LB054', level: 'note', message }
}
