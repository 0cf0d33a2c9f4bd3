import { resolve } from 'node:path'
import { runBuilt } from '@lakebase/testing'

export const bin = resolve(import.meta.dirname, '../bin/lakebase-bundle.js')
const root = resolve(import.meta.dirname, '../../..')
export const shop = resolve(root, 'examples/shop/workload.yml')

export function lakebaseBundle(args: readonly string[], cwd: string = root, input = '') {
  return runBuilt(bin, args, { cwd, input })
}
