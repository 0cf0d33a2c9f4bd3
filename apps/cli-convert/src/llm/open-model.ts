import { dirname } from 'node:path'
import { type Io, userPath } from '@lakebase/cli-kit'
import { asCliError, type DotEnv, openWorkspaceFor, readDotEnv } from '@lakebase/cli-kit/workspace'
import type { AskModel } from '@lakebase/sql-convert/llm'
import type { ConvertOptions } from '../commands/convert-options.js'

/** A model endpoint, and in words what was found where. */
export interface Model {
  readonly chat: AskModel
  readonly name: string
  readonly contacted: string
}

/** One of these set says that a model may be asked; the old accelerator named it in the same way. */
const ASKING = ['MODEL_NAME', 'DATABRICKS_ENDPOINT'] as const

/**
 * The model that the flag, the environment or a `.env` names; undefined when none is and nobody insists.
 * The workspace library is loaded only then.
 */
export async function openModel(
  { llm = 'auto', model, sourceDir, file }: ConvertOptions,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<Model | undefined> {
  if (llm === 'never') return undefined
  const near = sourceDir ?? (file === undefined || file === '-' ? '.' : dirname(file))
  const isAsked = (values: DotEnv | undefined) =>
    model !== undefined ||
    llm === 'always' ||
    ASKING.some((name) => io.env[name] || values?.get(name))
  const dotEnv = readDotEnv([userPath(near, io.cwd), io.cwd], isAsked)
  if (!isAsked(dotEnv)) return undefined
  try {
    const workspace = await openWorkspaceFor(io, dotEnv, { ...(model !== undefined && { model }) })
    const { host, model: found } = workspace.describe()
    if (!found) throw await noModel(host.value)
    const contacted = `the model ${found.value} from ${found.source} at ${host.value} from ${host.source}`
    return { chat: workspace.chat, name: found.value, contacted }
  } catch (error) {
    throw asCliError(error)
  }
}

async function noModel(host: string): Promise<Error> {
  const { WorkspaceError } = await import('@lakebase/workspace')
  return new WorkspaceError('CONFIG', `no model endpoint is configured for ${host}`, {
    hint: '--model NAME, or MODEL_NAME in the environment or .env; --llm never asks nobody',
  })
}
