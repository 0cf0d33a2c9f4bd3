import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const bin = resolve(import.meta.dirname, '../bin/lakebase-estimate.js')
const fixtures = import.meta.dirname
const examples = resolve(import.meta.dirname, '../../../examples')
export const shop = resolve(examples, 'shop/workload.yml')
/** A file of the 2025 accelerator. */
export const legacy = resolve(examples, 'legacy/workload_config.yml')

/** Runs the built binary as a user would, with nothing of this process's environment but the path. */
export function lakebaseEstimate(args: readonly string[], cwd: string = fixtures, input = '') {
  const { PATH, HOME, TMPDIR } = process.env
  const env = { PATH, HOME, TMPDIR, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    input,
  })
  return { code: status, stdout, stderr }
}
