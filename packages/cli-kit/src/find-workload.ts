import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileError } from './cli-error.js'
import { isMissing, userPath } from './output-file.js'
import { readToEnd, STDIN } from './read-to-end.js'

const NAMES = [
  'lakebase.yml',
  'lakebase.yaml',
  'workload.yml',
  'workload_config.yml',
  'workload_sizing.yml',
]

/** A file that was read, with the name by which the user knows it. */
export interface InputFile {
  readonly name: string
  readonly text: string
  /** True when nobody named it and it was found by looking upwards. */
  readonly discovered: boolean
}

/** Reads the workload that `--config` names, else the first known name from the folder up to the git root. */
export function readWorkloadFile(config: string | undefined, cwd: string): InputFile {
  if (config !== undefined) return { ...readInput(config, cwd), discovered: false }
  const found = discover(cwd)
  if (found === undefined) {
    throw fileError(
      'LB004',
      `no workload file: none of ${NAMES.join(', ')} here or above`,
      'name one with --config workload.yml; examples/shop/workload.yml is a complete one',
    )
  }
  return { ...readInput(relative(cwd, found) || found, cwd), discovered: true }
}

/** How a workload that came through `-` is named. */
export const STDIN_NAME = 'stdin'

/** Reads any file that the user named; `-` is stdin. */
export function readInput(name: string, cwd: string): Omit<InputFile, 'discovered'> {
  try {
    if (name === '-') return { name: STDIN_NAME, text: readToEnd(STDIN).toString('utf8') }
    return { name, text: readFileSync(userPath(name, cwd), 'utf8') }
  } catch (error) {
    const why = isMissing(error) ? 'there is no such file' : reason(error)
    throw fileError('LB004', `${name} cannot be read: ${why}`, `looked in ${cwd}`, error)
  }
}

function discover(from: string): string | undefined {
  for (const name of NAMES) {
    if (existsSync(join(from, name))) return join(from, name)
  }
  const parent = dirname(from)
  if (parent === from || existsSync(join(from, '.git'))) return undefined
  return discover(parent)
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
