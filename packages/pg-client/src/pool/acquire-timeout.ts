import { LakebaseError } from '../lakebase-error.js'
import type { PoolStats } from './pool-stats.js'

/** `cause`: why the last try to connect failed, if it did. */
export function acquireTimeout(cause: unknown, stats: PoolStats): LakebaseError {
  const why =
    cause instanceof Error ? `the last connect failed: ${cause.message}` : 'all are in use'
  const state = `${stats.total} open, ${stats.connecting} connecting, ${stats.waiting} waiting`
  const message = `no connection before the deadline (${state}); ${why}`
  return new LakebaseError('ACQUIRE_TIMEOUT', message, { sent: 'no' }, cause)
}
