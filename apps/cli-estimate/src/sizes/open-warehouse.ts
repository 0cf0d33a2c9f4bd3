import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CliError, fileError, type Io, isMissing } from '@lakebase/cli-kit'
import { type ParsedDotEnv, parseDotEnv } from '@lakebase/config'
import type { Workspace, WorkspaceErrorCode } from '@lakebase/workspace'

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
  const dotEnv = readDotEnv(folders, insist)
  const asked = ASKING.some((name) => io.env[name] || dotEnv?.values.get(name))
  if (!asked && !insist) return undefined
  const { openWorkspace, WorkspaceError } = await import('@lakebase/workspace')
  const workspace = openWorkspace({
    env: io.env,
    ...(io.env.HOME !== undefined && { home: io.env.HOME }),
    ...(dotEnv && { dotEnv: dotEnv.values }),
  })
  const { host, auth, warehouseId, httpPath, notes } = workspace.describe()
  const warehouse = httpPath ?? warehouseId
  if (!warehouse) {
    throw new WorkspaceError('CONFIG', `no SQL warehouse is configured for ${host.value}`, {
      hint: 'Set DATABRICKS_HTTP_PATH=/sql/1.0/warehouses/<id> in the environment or .env',
    })
  }
  const parts = [
    `${host.value} from ${host.source}`,
    `warehouse ${warehouse.value} from ${warehouse.source}`,
    `signed in by ${auth.value} from ${auth.source}`,
    ...notes,
  ]
  return { workspace, contacted: parts.join(', ') }
}

/** A line that cannot be read matters to somebody who insists; a `.env` may be there for other tools. */
function readDotEnv(folders: readonly string[], insist: boolean): ParsedDotEnv | undefined {
  for (const folder of folders) {
    const parsed = readOne(join(folder, '.env'), insist)
    if (!parsed) continue
    const errors = parsed.findings.filter(({ level }) => level === 'error')
    if (insist && errors.length > 0) throw new CliError(3, errors)
    return parsed
  }
  return undefined
}

function readOne(path: string, insist: boolean): ParsedDotEnv | undefined {
  try {
    return parseDotEnv(readFileSync(path, 'utf8'), path)
  } catch (error) {
    if (isMissing(error) || !insist) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('LB004', `${path} cannot be read: ${why}`, undefined, error)
  }
}

/** A statement that fails is about its table; every other failure is about the way to all of them. */
export function isGeneralFailure(code: WorkspaceErrorCode): boolean {
  return code !== 'SQL'
}

/** 4 is about who one is, 5 about the way there. */
export function exitCodeOf(code: WorkspaceErrorCode): 4 | 5 {
  return code === 'AUTH' || code === 'CONFIG' || code === 'PERMISSION' ? 4 : 5
}
