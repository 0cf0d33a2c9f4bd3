import { basename } from 'node:path'
import { usageError } from '@lakebase/cli-kit'
import type { LoadOptions } from '../commands/load-options.js'
import { DEFAULT_DURATION, DEFAULT_WARM_UP } from './default-times.js'

type ScriptFlags = Pick<
  LoadOptions,
  'sql' | 'pgbench' | 'define' | 'rate' | 'clients' | 'duration' | 'warmUp' | 'connections'
> & { readonly scale?: string | undefined }

const BUILTIN = ['tpcb-like', 'simple-update', 'select-only'] as const

/**
 * A scenario file made of SQL files and pgbench scripts, so that they are read and checked as those of
 * any other scenario are. JSON, which is YAML.
 *
 * @throws CliError with exit code 2
 */
export function scenarioFromScripts(flags: ScriptFlags): {
  readonly name: string
  readonly text: string
} {
  const { sql, pgbench, define, rate, clients, connections, scale } = flags
  if (rate === undefined && clients === undefined) {
    throw usageError('nothing says how much load', '--rate 500/s, or --clients 8')
  }
  const scripts = Object.fromEntries([
    ...sql.map((path) => [scriptName(path), { file: path }] as const),
    ...pgbench.map(pgbenchScript),
  ])
  if (Object.keys(scripts).length < sql.length + pgbench.length) {
    throw usageError('two scripts have one name', 'a report names them by their file')
  }
  const document = {
    scripts,
    ...(define.length > 0 && { definitions: Object.fromEntries(define.map(definition)) }),
    ...(connections !== undefined && { connections: Number(connections) }),
    ...(scale !== undefined && { scale: Number(scale) }),
    load: {
      ...(rate !== undefined && { rate }),
      ...(clients !== undefined && { clients: Number(clients) }),
      duration: flags.duration ?? DEFAULT_DURATION,
      warm_up: flags.warmUp ?? DEFAULT_WARM_UP,
    },
  }
  return {
    name: [...sql, ...pgbench].join(', '),
    text: JSON.stringify({ name: Object.keys(scripts).join(', '), ...document }),
  }
}

/** `file`, `file@3` with a weight of 3, or the name of one that is built in. */
function pgbenchScript(text: string) {
  const [, name = text, weight] = /^(.*?)(?:@(\d+))?$/.exec(text) ?? []
  const builtin = BUILTIN.find((one) => one === name)
  const script = builtin === undefined ? { file: name } : { builtin }
  return [
    builtin ?? scriptName(name),
    { ...script, ...(weight !== undefined && { weight: Number(weight) }) },
  ] as const
}

function scriptName(path: string): string {
  return basename(path).replace(/\.[a-z]+$/i, '')
}

/** `name=value`, a number where it is one. */
function definition(text: string): readonly [string, string | number] {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/.exec(text) ?? []
  if (name === undefined || value === undefined) {
    throw usageError(`--define: "${text}" is no definition`, 'such as --define scale=10')
  }
  return [name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value]
}
