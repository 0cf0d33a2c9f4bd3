import { resolve } from 'node:path'
import { runBuilt, runBuiltBeside } from '@lakebase/testing'

const bin = resolve(import.meta.dirname, '../bin/lakebase-loadtest.js')

type Env = Readonly<Record<string, string>>

export function lakebaseLoadtest(args: readonly string[], cwd: string, env: Env = {}) {
  return runBuilt(bin, args, { cwd, env })
}

/** Beside this process, so that several may run at once, and one may be interrupted. */
export function lakebaseLoadtestBeside(
  args: readonly string[],
  cwd: string,
  env: Env,
  interrupt?: (kill: (signal: NodeJS.Signals) => void) => boolean,
) {
  return runBuiltBeside(bin, args, { cwd, env }, interrupt)
}
