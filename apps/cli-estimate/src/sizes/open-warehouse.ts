import type { Io } from '@lakebase/cli-kit'
import { configuredWarehouse, openWorkspaceFor, readDotEnv } from '@lakebase/cli-kit/workspace'
import type { Workspace } from '@lakebase/workspace'

/** A workspace with a warehouse, and in words what was found where. */
export interface Warehouse {
  readonly workspace: Workspace
  readonly contacted: string
}

/** One of these set says that a warehouse may be asked; the old accelerator named it in the same way. */
const ASKING = ['DATABRICKS_HTTP_PATH', 'DATABRICKS_WAREHOUSE_ID'] as const

/**
 * The warehouse that the environment or a `.env` names; undefined when none is. The workspace library
 * is loaded only then.
 *
 * @param folders where a `.env` may be, the first one found counts
 * @throws WorkspaceError when what is configured is not enough, or too much
 */
export async function openWarehouse(
  io: Pick<Io, 'env'>,
  folders: readonly string[],
  insist: boolean,
): Promise<Warehouse | undefined> {
  const dotEnv = readDotEnv(folders, () => insist)
  const asked = ASKING.some((name) => io.env[name] || dotEnv?.get(name))
  if (!asked && !insist) return undefined
  const workspace = await openWorkspaceFor(io, dotEnv)
  const warehouse = await configuredWarehouse(workspace)
  const { host, auth, notes } = workspace.describe()
  const parts = [
    `${host.value} from ${host.source}`,
    `warehouse ${warehouse.value} from ${warehouse.source}`,
    `signed in by ${auth.value} from ${auth.source}`,
    ...notes,
  ]
  return { workspace, contacted: parts.join(', ') }
}
