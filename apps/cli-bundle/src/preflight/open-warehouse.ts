import type { RunSql } from '@lakebase/bundle-gen'
import type { Io } from '@lakebase/cli-kit'
import {
  asCliError,
  configuredWarehouse,
  isWorkspaceError,
  openWorkspaceFor,
  readDotEnv,
} from '@lakebase/cli-kit/workspace'

/** A warehouse, how it was found, and which errors are about the way to it. */
export interface Warehouse {
  readonly runSql: RunSql
  readonly contacted: string
  readonly isFatal: (error: unknown) => boolean
}

/** The warehouse of the environment or of the first `.env` in the folders. Loads the workspace library. */
export async function openWarehouse(
  io: Pick<Io, 'env'>,
  folders: readonly string[],
): Promise<Warehouse> {
  const dotEnv = readDotEnv(folders, () => true)
  try {
    const workspace = await openWorkspaceFor(io, dotEnv)
    const warehouse = await configuredWarehouse(workspace)
    const { host } = workspace.describe()
    return {
      runSql: async (statement) => (await workspace.runSql(statement)).rows,
      contacted: `${host.value} from ${host.source}, warehouse ${warehouse.value} from ${warehouse.source}`,
      isFatal: (error) => !isWorkspaceError(error) || error.code !== 'SQL',
    }
  } catch (error) {
    throw asCliError(error)
  }
}
