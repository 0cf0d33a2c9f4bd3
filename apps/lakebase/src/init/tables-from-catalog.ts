import { type Io, interruptible, progressLine, usageError } from '@lakebase/cli-kit'
import { asCliError, openWorkspaceFor, readDotEnv } from '@lakebase/cli-kit/workspace'
import type { Workspace } from '@lakebase/workspace'
import * as v from 'valibot'
import type { DraftTable } from './draft.js'

const PATH = '/api/2.1/unity-catalog/tables'
const Page = v.object({
  tables: v.optional(v.array(v.object({ full_name: v.string() })), []),
  next_page_token: v.optional(v.string()),
})
const ROWS = 'spark.sql.statistics.numRows'

/** Every table of a schema with columns, key and change data feed, as Unity Catalog has them. No warehouse is asked. */
export async function tablesFromCatalog(
  where: string,
  quiet: boolean,
  io: Io,
): Promise<readonly DraftTable[]> {
  const [catalog = '', schema = '', ...more] = where.replaceAll('`', '').split('.')
  if (catalog === '' || schema === '' || more.length > 0) {
    throw usageError(`--from-catalog ${where}: not a catalog and a schema`, 'such as main.shop')
  }
  try {
    const workspace = await openWorkspaceFor(
      io,
      readDotEnv([io.cwd], () => true),
    )
    const { host } = workspace.describe()
    if (!quiet) io.stderr(`reading ${catalog}.${schema} of ${host.value} from ${host.source}\n`)
    return await interruptible(io, (signal) =>
      describeAll(workspace, { catalog, schema }, quiet, io, signal),
    )
  } catch (error) {
    throw asCliError(error)
  }
}

async function describeAll(
  workspace: Workspace,
  { catalog, schema }: { readonly catalog: string; readonly schema: string },
  quiet: boolean,
  io: Io,
  signal: AbortSignal,
): Promise<readonly DraftTable[]> {
  const names = await namesIn(workspace, catalog, schema, signal)
  if (names.length === 0) {
    throw usageError(
      `${catalog}.${schema} has no table that you may see`,
      'see the name, and your grants: lakebase doctor',
    )
  }
  const progress = progressLine(io, quiet)
  const tables: DraftTable[] = []
  for (const name of names) {
    progress.show(`${tables.length + 1} of ${names.length}: ${name}`)
    tables.push(await describe(workspace, name, signal))
  }
  progress.clear()
  return tables
}

async function namesIn(
  workspace: Workspace,
  catalog_name: string,
  schema_name: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names: string[] = []
  let token: string | undefined
  do {
    const query = { catalog_name, schema_name, page_token: token }
    const page = v.parse(Page, await workspace.request({ path: PATH, query, signal }))
    names.push(...page.tables.map(({ full_name }) => full_name))
    token = page.next_page_token
  } while (token)
  return names
}

async function describe(
  workspace: Workspace,
  name: string,
  signal: AbortSignal,
): Promise<DraftTable> {
  const { columns, primaryKey, properties, type } = await workspace.getTable(name, { signal })
  const feed = properties['delta.enableChangeDataFeed']
  const rows = Number(properties[ROWS])
  const source = { VIEW: 'view', MATERIALIZED_VIEW: 'materialized_view' } as const
  const view = type === 'VIEW' || type === 'MATERIALIZED_VIEW' ? source[type] : undefined
  return {
    name,
    columns: columns.map(({ name: column, type: columnType, isNullable }) => ({
      name: column,
      type: columnType,
      nullable: isNullable,
    })),
    primaryKeys: primaryKey,
    ...(Number.isSafeInteger(rows) && { rows }),
    ...(feed !== undefined && { changeDataFeed: feed === 'true' }),
    ...(view !== undefined && { source: view }),
  }
}
