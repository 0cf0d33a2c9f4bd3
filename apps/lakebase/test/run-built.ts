import { resolve } from 'node:path'
import { runBuilt } from '@lakebase/testing'

export const bin = resolve(import.meta.dirname, '../bin/lakebase.js')
export const root = resolve(import.meta.dirname, '../../..')

export function lakebase(
  args: readonly string[],
  cwd: string = root,
  input = '',
  env: Readonly<Record<string, string>> = {},
) {
  return runBuilt(bin, args, { cwd, input, env })
}
