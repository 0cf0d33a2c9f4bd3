import type { Workspace, WorkspaceOptions } from '@lakebase/workspace'
import type { Io } from '../io.js'
import type { DotEnv } from './read-dot-env.js'

/**
 * The workspace that the user's environment names, or else the `.env`, a profile or the Databricks command
 * line. Loads the library.
 *
 * @throws WorkspaceError when what is configured is not enough, or too much
 */
export async function openWorkspaceFor(
  { env }: Pick<Io, 'env'>,
  dotEnv: DotEnv | undefined,
  more: Pick<WorkspaceOptions, 'model' | 'profile'> = {},
): Promise<Workspace> {
  const { openWorkspace } = await import('@lakebase/workspace')
  return openWorkspace({
    env,
    ...(env.HOME !== undefined && { home: env.HOME }),
    ...(dotEnv && { dotEnv }),
    ...more,
  })
}
