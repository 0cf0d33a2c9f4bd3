import { dirname } from 'node:path'
import { CliError, type Io, interruptible, progressLine } from '@lakebase/cli-kit'
import type { Finding, SyncedTable, Workload, YamlSource } from '@lakebase/config'
import { measureTables, type TableMeasurement } from '@lakebase/sizer'
import type { WorkspaceError } from '@lakebase/workspace'
import { byteSize, counted } from '../render/format.js'
import type { KnownSize } from './known-size.js'
import { LOCK_FILE, type LockedTable, readLock, writeLock } from './lock-file.js'
import { isAsAsked, lockedTable } from './locked-table.js'
import { exitCodeOf, isGeneralFailure, openWarehouse, type Warehouse } from './open-warehouse.js'
import type { FoundSizes } from './predicted-sizes.js'
import { problemFindings } from './problem-findings.js'

/** How the user wants tables measured. */
export interface MeasureWish {
  readonly insist: boolean
  readonly scan: boolean
  readonly refresh: boolean
  readonly quiet: boolean
}

interface Measuring {
  readonly workload: Workload
  readonly source: YamlSource
  readonly wish: MeasureWish
  readonly io: Io
}

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
    throw failed(3, 'there is nothing to measure: the workload names no table to sync')
  }
  const measuring = { workload, source, wish, io }
  const folders = [io.cwd, ...(lockPath === undefined ? [] : [dirname(lockPath)])]
  const opened = await open(measuring, folders)
  const warehouse = opened && 'workspace' in opened ? opened : undefined
  const host = warehouse?.workspace.host
  const isKnown = (table: SyncedTable) =>
    !wish.refresh && isAsAsked(locked.get(table.name), table, wish.scan, host)
  const unknown = tables.filter((table) => !isKnown(table))
  const usable = new Map(
    [...locked].filter(([name]) => !unknown.some((table) => table.name === name)),
  )
  if (unknown.length === 0 || warehouse === undefined) {
    const failure = opened && 'failure' in opened && unknown.length > 0 ? [opened.failure] : []
    return found(measuring, usable, [...failure, ...ageNote(usable, io.now())])
  }

  const fresh = new Map(locked)
  for (const { name } of unknown) fresh.delete(name)
  const save = () => {
    if (lockPath !== undefined && fresh.size > 0) writeLock(lockPath, fresh)
  }
  const measurements = await ask(warehouse, unknown, measuring, (measurement) => {
    const table = unknown.find(({ name }) => name === measurement.table)
    if (!table || 'error' in measurement) return
    fresh.set(
      table.name,
      lockedTable(measurement, table, wish.scan, warehouse.workspace.host, io.now()),
    )
  }).finally(save)
  if (!wish.quiet) tell(measurements, lockPath, wish.scan, io)
  return found(measuring, fresh, failures(measurements, measuring))
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
    if (wish.insist) throw failed(4, `not measured: ${error.message}`, error)
    return { failure: { ...notMeasured(error.message, error), ...source.locate(SYNC) } }
  }
}

async function ask(
  { workspace, contacted }: Warehouse,
  tables: readonly SyncedTable[],
  { wish, io }: Measuring,
  keep: (measurement: TableMeasurement) => void,
): Promise<readonly TableMeasurement[]> {
  const say = (text: string) => {
    if (!wish.quiet) io.stderr(`${text}\n`)
  }
  say(`measuring ${counted(tables.length, 'table')} on ${contacted}`)
  const progress = progressLine(io, wish.quiet)
  const wanted = tables.map(({ name, primaryKeys, indexes, rows }) => ({
    name,
    primaryKeys,
    indexes: indexes.map(({ columns }) => columns),
    ...(rows !== undefined && { rows }),
  }))
  return interruptible(io, (signal) =>
    measureTables(
      wanted,
      async (statement, options) => (await workspace.runSql(statement, options)).rows,
      {
        signal,
        scan: wish.scan,
        beforeScan: ({ bytes, tables: all, unknownTables }) => {
          const more =
            unknownTables === 0 ? '' : `, and ${counted(unknownTables, 'view')} of unknown size`
          say(
            `scanning ${counted(all, 'table')}: ${byteSize(bytes)} of files are read whole${more}`,
          )
        },
        onMeasured: (measurement, done, total) => {
          keep(measurement)
          progress.show(`measured ${done} of ${total}: ${measurement.table}`)
        },
      },
    ),
  ).finally(progress.clear)
}

function tell(
  measurements: readonly TableMeasurement[],
  lockPath: string | undefined,
  scan: boolean,
  io: Io,
): void {
  const done = measurements.filter((one) => !('error' in one)).length
  const kept = lockPath === undefined || done === 0 ? '' : `, kept in ${LOCK_FILE}`
  const hint =
    scan || done === 0
      ? ''
      : '; null keys, duplicate keys and 0x00 bytes were looked for in samples only, --scan reads all'
  io.stderr(`measured ${done} of ${counted(measurements.length, 'table')}${kept}${hint}\n`)
}

/** A failure of all tables that is about none of them ends the command of a user who insists. */
function failures(
  measurements: readonly TableMeasurement[],
  { workload, source, wish }: Measuring,
): readonly Finding[] {
  const all = measurements.flatMap((one) => ('error' in one ? [one] : []))
  const [first] = all
  const general =
    first && all.length === measurements.length && isWorkspaceError(first.error)
      ? first.error
      : undefined
  if (general && isGeneralFailure(general.code)) {
    if (wish.insist)
      throw failed(exitCodeOf(general.code), `not measured: ${general.message}`, general)
    return [{ ...notMeasured(general.message, general), ...source.locate(SYNC) }]
  }
  return all.map(({ table, error }) => {
    const at = workload.sync.tables.find(({ name }) => name === table)?.at ?? SYNC
    return { ...notMeasured(`${table}: ${error.message}`, error), ...source.locate(at) }
  })
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

const SYNC = ['delta_synchronization', 'tables_to_sync'] as const

function notMeasured(message: string, error: Error): Finding {
  const hint = isWorkspaceError(error) ? error.hint : undefined
  return {
    ruleId: 'LB055',
    level: 'warn',
    message: `not measured: ${message}`,
    ...(hint && { hint }),
  }
}

function failed(code: 3 | 4 | 5, message: string, error?: WorkspaceError): CliError {
  const hint = error?.hint
  const finding = { ruleId: 'LB055', level: 'error', message, ...(hint && { hint }) } as const
  return new CliError(code, [finding], { cause: error })
}

/** By its name: the library itself is loaded only when a warehouse is asked. */
function isWorkspaceError(error: unknown): error is WorkspaceError {
  return error instanceof Error && error.name === 'WorkspaceError'
}
