import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CliError, type Io, isMissing, userPath } from '@lakebase/cli-kit'
import { parseDotEnv } from '@lakebase/config'
import type { AskModel } from '@lakebase/sql-convert/llm'
import type { WorkspaceError } from '@lakebase/workspace'
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
  const dotEnv = readDotEnv([userPath(near, io.cwd), io.cwd])
  const isNamed = ASKING.some((name) => io.env[name] || dotEnv?.get(name))
  if (!isNamed && model === undefined && llm !== 'always') return undefined
  const { openWorkspace, WorkspaceError: Failure } = await import('@lakebase/workspace')
  try {
    const workspace = openWorkspace({
      env: io.env,
      ...(io.env.HOME !== undefined && { home: io.env.HOME }),
      ...(dotEnv && { dotEnv }),
      ...(model !== undefined && { model }),
    })
    const { host, model: found } = workspace.describe()
    if (!found) {
      throw new Failure('CONFIG', `no model endpoint is configured for ${host.value}`, {
        hint: '--model NAME, or MODEL_NAME in the environment or .env; --llm never asks nobody',
      })
    }
    const contacted = `the model ${found.value} from ${found.source} at ${host.value} from ${host.source}`
    return { chat: workspace.chat, name: found.value, contacted }
  } catch (error) {
    throw error instanceof Failure ? cliError(error) : error
  }
}

function readDotEnv(folders: readonly string[]) {
  for (const folder of folders) {
    const path = join(folder, '.env')
    const text = readIfThere(path)
    if (text !== undefined) return parseDotEnv(text, path).values
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
