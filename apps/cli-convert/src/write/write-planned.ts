import { userPath, writeFileAtomic } from '@lakebase/cli-kit'
import type { PlannedWrite } from './plan-writes.js'

/** Writes what differs from what is there, each file whole or not at all. */
export function writePlanned(writes: readonly PlannedWrite[], cwd: string): void {
  for (const { path, text, change } of writes) {
    if (change !== 'unchanged') writeFileAtomic(userPath(path, cwd), text)
  }
}
