import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunSql } from '@lakebase/bundle-gen'
import { CliError, type Io, isMissing } from '@lakebase/cli-kit'
import { parseDotEnv } from '@lakebase/config'
import type { WorkspaceError } from '@lakebase/workspace'

/** A warehouse, how it was found, and which errors are about the way to it. */
export interface Warehouse {
  readonly runSql: RunSql
  readonly contacted: string
  readonly isFatal: (error: unknown) => boolean
  readonly asCliError: (error: unknown) => unknown
}

/** The warehouse of the environment or of the first `.env` in the folders. Loads the workspace library. */
export async function openWarehouse(
  io: Pick<Io, 'env'>,
  folders: readonly string[],
): Promise<Warehouse> {
  const { openWorkspace, WorkspaceError: Failure } = await import('@lakebase/workspace')
  const asCliError = (error: unknown) => (error instanceof Failure ? cliError(error) : error)
  try {
    const dotEnv = readDotEnv(folders)
    const workspace = openWorkspace({
      env: io.env,
      ...(io.env.HOME !== undefined && { home: io.env.HOME }),
      ...(dotEnv && { dotEnv }),
    })
    const { host, warehouseId, httpPath } = workspace.describe()
    const warehouse = httpPath ?? warehouseId
    if (!warehouse) {
      throw new Failure('CONFIG', `no SQL warehouse is configured for ${host.value}`, {
        hint: 'Set DATABRICKS_HTTP_PATH=/sql/1.0/warehouses/<id> in the environment or .env',
      })
    }
    return {
      runSql: async (statement) => (await workspace.runSql(statement)).rows,
      contacted: `${host.value} from ${host.source}, warehouse ${warehouse.value} from ${warehouse.source}`,
      isFatal: (error) => !(error instanceof Failure) || error.code !== 'SQL',
      asCliError,
    }
  } catch (error) {
    throw asCliError(error)
  }
}

function readDotEnv(folders: readonly string[]) {
  for (const folder of folders) {
    const path = join(folder, '.env')
    const text = readIfThere(path)
    if (text === undefined) continue
    const { values, findings } = parseDotEnv(text, path)
    const errors = findings.filter(({ level }) => level === 'error')
    if (errors.length > 0) throw new CliError(3, errors)
    return values
  }
  return undefined
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** 4 is about who one is, 5 about the way there. */
function cliError(error: WorkspaceError): CliError {
  const { code, message, hint } = error
  const exit = code === 'AUTH' || code === 'CONFIG' || code === 'PERMISSION' ? 4 : 5
  const finding = { ruleId: `WORKSPACE_${code}`, level: 'error', message } as const
  return new CliError(exit, [{ ...finding, ...(hint !== undefined && { hint }) }], { cause: error })
}
