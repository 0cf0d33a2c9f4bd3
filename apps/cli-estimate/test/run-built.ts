import { resolve } from 'node:path'
import { runBuilt } from '@lakebase/testing'

export const bin = resolve(import.meta.dirname, '../bin/lakebase-estimate.js')
const examples = resolve(import.meta.dirname, '../../../examples')
export const shop = resolve(examples, 'shop/workload.yml')
/** A file of the 2025 accelerator. */
export const legacy = resolve(examples, 'legacy/workload_config.yml')

export function lakebaseEstimate(
  args: readonly string[],
  cwd: string = import.meta.dirname,
  input = '',
) {
  return runBuilt(bin, args, { cwd, input })
}
