import { dirname } from 'node:path'
import { argvReader, CliError, type Io, userPath } from '@lakebase/cli-kit'
import { isWorkspaceError, openWorkspaceFor, readDotEnv } from '@lakebase/cli-kit/workspace'
import type { WorkspaceDescription } from '@lakebase/workspace'
import { estimateOptions, makeEstimate } from 'cli-estimate/parts'

/** One setting. Without a value it is not set, and `origin` says where it could be. */
export interface Setting {
  readonly name: string
  readonly value?: string
  readonly origin: string
}

const ORIGINS = {
  flag: 'command line',
  file: 'the workload file',
  default: 'default',
} as const

/** Every setting in force, of the workload and of the connection. Reads files and asks nobody. */
export async function settingsOf(config: string | undefined, io: Io): Promise<readonly Setting[]> {
  const workload = await workloadSettings(config, io)
  const folder = config === undefined || config === '-' ? '.' : dirname(config)
  return [
    ...workload,
    ...(await connectionSettings([userPath(folder, io.cwd), io.cwd], io)),
    ...environment(io),
  ]
}

async function workloadSettings(config: string | undefined, io: Io): Promise<readonly Setting[]> {
  const words = ['--no-measure', ...(config === undefined ? [] : ['--config', config])]
  try {
    const report = await makeEstimate(estimateOptions(argvReader(words)), io)
    const { origin, ...target } = report.target
    return [
      {
        name: 'workload',
        value: report.config,
        origin: config === undefined ? 'found upwards of here' : '--config',
      },
      ...(['cloud', 'region', 'tier'] as const).map((name) => ({
        name,
        value: target[name],
        origin: ORIGINS[origin[name]],
      })),
      { name: 'product', value: target.product, origin: ORIGINS.file },
      {
        name: 'rate card',
        value: report.cost.rateCard,
        origin: 'the newest that came with this version',
      },
    ]
  } catch (error) {
    if (!(error instanceof CliError) || config !== undefined) throw error
    const why = error.findings[0]?.message ?? error.message
    return [{ name: 'workload', origin: `not in force: ${why}` }]
  }
}

async function connectionSettings(folders: readonly string[], io: Io): Promise<readonly Setting[]> {
  try {
    const dotEnv = readDotEnv(folders, () => true)
    const workspace = await openWorkspaceFor(io, dotEnv)
    return described(workspace.describe())
  } catch (error) {
    if (!isWorkspaceError(error)) throw error
    return [{ name: 'workspace', origin: `not in force: ${error.message}` }]
  }
}

function described({ host, auth, warehouseId, httpPath, model, notes }: WorkspaceDescription) {
  const warehouse = httpPath ?? warehouseId
  return [
    { name: 'workspace', value: host.value, origin: host.source },
    { name: 'signed in by', value: auth.value, origin: auth.source },
    warehouse
      ? { name: 'warehouse', value: warehouse.value, origin: warehouse.source }
      : { name: 'warehouse', origin: 'set DATABRICKS_HTTP_PATH' },
    model
      ? { name: 'model', value: model.value, origin: model.source }
      : { name: 'model', origin: 'set MODEL_NAME' },
    ...notes.map((note) => ({ name: 'note', value: note, origin: 'mended' })),
  ]
}

/** What else changes how a command behaves. */
const VARIABLES = ['HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS', 'NO_COLOR', 'FORCE_COLOR', 'CI'] as const

function environment({ env }: Io): readonly Setting[] {
  return VARIABLES.flatMap((name) => {
    const value = env[name]
    return value ? [{ name, value: withoutPassword(value), origin: 'environment' }] : []
  })
}

/** The address of a proxy may hold a password. */
function withoutPassword(value: string): string {
  return value.replace(/\/\/[^@/]*@/, '//***@')
}
