import type { Clock } from '@lakebase/workspace'
import { LakebaseError } from '../lakebase-error.js'
import type { Tag } from '../sql/query.js'

export interface Health {
  readonly ok: boolean
  /** Of one question to the server, the wait for a connection included. */
  readonly ms: number
  readonly error?: LakebaseError
}

export async function checkHealth(clock: Clock, read: Tag): Promise<Health> {
  const startMs = clock.now()
  try {
    await read`select 1`
    return { ok: true, ms: clock.now() - startMs }
  } catch (error) {
    if (!(error instanceof LakebaseError)) throw error
    return { ok: false, ms: clock.now() - startMs, error }
  }
}
