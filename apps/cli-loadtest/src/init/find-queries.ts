import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type CliError, fileError, readInput, usageError, userPath } from '@lakebase/cli-kit'
import type { Query, Workload } from '@lakebase/config'
import { draftLookups, type FillTable, type QuerySource } from '@lakebase/loadtest'

/** SQL to be run, and what the workload says of it. */
export interface FoundQuery extends QuerySource {
  readonly sql: { readonly file: string } | { readonly text: string }
  /** The workload's own entry for it. */
  readonly entry?: Query
  /** Made here, because nobody had one. */
  readonly isMade?: true
}

interface Places {
  readonly cwd: string
  /** Of the workload file. */
  readonly workloadFolder: string
  /** Of the scenario that is written: its paths are relative to it. */
  readonly scenarioFolder: string
}

/**
 * The files of a folder, else the queries of the workload, else a look at each of its tables.
 *
 * @throws CliError with exit code 2 or 3
 */
export function findQueries(
  workload: Workload,
  tables: readonly FillTable[],
  folder: string | undefined,
  places: Places,
): readonly FoundQuery[] {
  const found =
    folder === undefined ? ofWorkload(workload, places) : inFolder(folder, workload, places)
  if (found.length > 0) return withOwnIds(found)
  const made = draftLookups(tables)
  if (made.length > 0) {
    return made.map((one) => ({ ...one, sql: { text: one.text }, isMade: true as const }))
  }
  throw usageError(
    'nothing says what to run: no queries, and no table with columns and a key',
    '--queries FOLDER, or --ddl FILE with the columns of the tables',
  )
}

function inFolder(
  folder: string,
  { queries }: Workload,
  { cwd, scenarioFolder }: Places,
): readonly FoundQuery[] {
  const paths = sqlFiles(folder, cwd)
  if (paths.length === 0) throw fileError('LT002', `${folder} has no .sql file`)
  return paths.map((path) => {
    const file = join(folder, path)
    const id = idOf(path)
    const entry = queries.find(
      (one) => one.name === id || (one.file !== undefined && basename(one.file) === basename(path)),
    )
    const { text } = readInput(file, cwd)
    const written = relative(scenarioFolder, userPath(file, cwd))
    return { id, file, text, sql: { file: written }, ...(entry && { entry }) }
  })
}

function sqlFiles(folder: string, cwd: string): readonly string[] {
  try {
    return readdirSync(userPath(folder, cwd), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.sql'))
      .sort()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('LT002', `${folder} cannot be read: ${why}`, undefined, error)
  }
}

function ofWorkload({ queries }: Workload, places: Places): readonly FoundQuery[] {
  const { cwd, workloadFolder, scenarioFolder } = places
  return queries.map((entry) => {
    const { name, sql, file } = entry
    if (file === undefined) {
      if (sql === undefined) throw noSql(name)
      return { id: name, file: name, text: sql, sql: { text: sql }, entry }
    }
    const path = join(workloadFolder, file)
    const { text } = readInput(relative(cwd, path), cwd)
    return {
      id: name,
      file: relative(cwd, path),
      text,
      sql: { file: relative(scenarioFolder, path) },
      entry,
    }
  })
}

function noSql(name: string): CliError {
  return fileError('LT002', `the workload's query "${name}" has neither sql nor file`)
}

/** `orders/by_id.sql` is by_id; where that is taken, orders_by_id. */
function withOwnIds(found: readonly FoundQuery[]): readonly FoundQuery[] {
  const ids = found.map(({ id }) => id)
  return found.map((one) => {
    const isAlone = ids.filter((id) => id === one.id).length === 1
    const folder = basename(dirname(one.file))
    return isAlone ? one : { ...one, id: `${folder}_${one.id}` }
  })
}

function idOf(path: string): string {
  return basename(path, '.sql').replace(/\W+/g, '_')
}
