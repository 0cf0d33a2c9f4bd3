import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const bin = resolve(import.meta.dirname, '../bin/lakebase-convert.js')
export const root = resolve(import.meta.dirname, '../../..')

/** Runs the built binary as a user would, with nothing of this process's environment but the path. */
export function lakebaseConvert(
  args: readonly string[],
  cwd: string = root,
  input = '',
  more: Readonly<Record<string, string>> = {},
) {
  const { PATH, HOME, TMPDIR } = process.env
  const env = { PATH, HOME, TMPDIR, NO_COLOR: '1', ...more }
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    input,
  })
  return { code: status, stdout, stderr }
}
