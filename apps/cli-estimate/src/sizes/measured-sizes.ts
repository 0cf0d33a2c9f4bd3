import { dirname } from 'node:path'
import { counted, type Io } from '@lakebase/cli-kit'
import { isWorkspaceError } from '@lakebase/cli-kit/workspace'
import type { Finding, SyncedTable, Workload, YamlSource } from '@lakebase/config'
import { askWarehouse } from './ask-warehouse.js'
import type { KnownSize } from './known-size.js'
import { LOCK_FILE, type LockedTable, readLock, writeLock } from './lock-file.js'
import { isAsAsked, lockedTable } from './locked-table.js'
import { measureFailures, notMeasured, notMeasuredError, SYNC } from './measure-failures.js'
import type { MeasureWish, Measuring } from './measuring.js'
import { openWarehouse, type Warehouse } from './open-warehouse.js'
import type { FoundSizes } from './predicted-sizes.js'
import { problemFindings } from './problem-findings.js'

/**
 * The sizes of the synced tables as a SQL warehouse tells them: out of the lock file where they are
 * there, else asked, when the environment or a `.env` names a warehouse or the user insists.
 *
 * @param lockPath where the lock file is or will be; undefined for a workload from stdin
 */
export async function measuredSizes(
  workload: Workload,
  source: YamlSource,
  lockPath: string | undefined,
  wish: MeasureWish,
  io: Io,
): Promise<FoundSizes> {
  const { tables } = workload.sync
  const locked = lockPath === undefined ? new Map<string, LockedTable>() : readLock(lockPath)
  if (tables.length === 0) {
    if (!wish.insist) return { sizes: new Map(), findings: [] }
    throw notMeasuredError(3, 'there is nothing to measure: the workload names no table to sync')
  }
  const measuring = { workload, source, wish, io }
  const folders = [io.cwd, ...(lockPath === undefined ? [] : [dirname(lockPath)])]
  const opened = await open(measuring, folders)
  const warehouse = opened && 'workspace' in opened ? opened : undefined
  const host = warehouse?.workspace.host
  const isUsable = (entry: LockedTable | undefined, table: SyncedTable) =>
    isAsAsked(entry, table, wish.scan, host)
  const usableOf = (entries: ReadonlyMap<string, LockedTable>) =>
    new Map(
      tables.flatMap((table) => {
        const entry = entries.get(table.name)
        return entry && isUsable(entry, table) ? [[table.name, entry]] : []
      }),
    )
  const unknown = tables.filter((one) => wish.refresh || !isUsable(locked.get(one.name), one))
  if (unknown.length === 0 || warehouse === undefined) {
    const usable = usableOf(locked)
    const failure = opened && 'failure' in opened && unknown.length > 0 ? [opened.failure] : []
    return found(measuring, usable, [...failure, ...ageNote(usable, io.now())])
  }

  // What cannot be measured again keeps its old entry.
  const fresh = new Map(locked)
  const save = () => {
    if (lockPath !== undefined && fresh.size > 0) writeLock(lockPath, fresh)
  }
  const failed = await askWarehouse(warehouse, unknown, measuring, (table, measured) =>
    fresh.set(
      table.name,
      lockedTable(measured, table, wish.scan, warehouse.workspace.host, io.now()),
    ),
  ).finally(save)
  if (!wish.quiet) tell(unknown.length - failed.length, unknown.length, lockPath, wish.scan, io)
  return found(measuring, usableOf(fresh), measureFailures(failed, unknown.length, measuring))
}

/** Undefined when nobody asked for a warehouse. */
async function open(
  { wish, source, io }: Measuring,
  folders: readonly string[],
): Promise<Warehouse | { readonly failure: Finding } | undefined> {
  try {
    return await openWarehouse(io, folders, wish.insist)
  } catch (error) {
    if (!isWorkspaceError(error)) throw error
    if (wish.insist) throw notMeasuredError(4, `not measured: ${error.message}`, error)
    return { failure: { ...notMeasured(error.message, error), ...source.locate(SYNC) } }
  }
}

function tell(
  done: number,
  asked: number,
  lockPath: string | undefined,
  scan: boolean,
  io: Io,
): void {
  const kept = lockPath === undefined || done === 0 ? '' : `, kept in ${LOCK_FILE}`
  const hint =
    scan || done === 0
      ? ''
      : '; null keys, duplicate keys and 0x00 bytes were looked for in samples only, --scan reads all'
  io.stderr(`measured ${done} of ${counted(asked, 'table')}${kept}${hint}\n`)
}

function found(
  { workload, source }: Measuring,
  tables: ReadonlyMap<string, LockedTable>,
  findings: readonly Finding[],
): FoundSizes {
  const sizes = new Map<string, KnownSize>()
  const problems = workload.sync.tables.flatMap((table) => {
    const locked = tables.get(table.name)
    if (!locked) return []
    const { size, measuredAt } = locked
    sizes.set(table.name, { source: 'measured', ...size, measuredAt })
    return problemFindings(table, locked, source)
  })
  return { sizes, findings: [...findings, ...problems] }
}

/** Tables grow: after so long it is worth asking again. */
const OLD_DAYS = 30
const DAY_MS = 86_400_000

function ageNote(tables: ReadonlyMap<string, LockedTable>, now: Date): readonly Finding[] {
  const oldest = [...tables.values()].map(({ measuredAt }) => measuredAt).sort()[0]
  if (oldest === undefined || now.getTime() - Date.parse(oldest) < OLD_DAYS * DAY_MS) return []
  const message = `sizes in ${LOCK_FILE} were measured on ${oldest.slice(0, 10)} and later`
  return [{ ruleId: 'LB055', level: 'note', message, hint: 'say --refresh to measure again' }]
}
