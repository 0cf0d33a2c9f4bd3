import type { AdviceFinding } from '../../advice.js'
import { percent } from '../format.js'

/** Below this the disk is part of most latencies of an application. */
const GOOD = 0.99
const BAD = 0.9

/** Of the run, as its counters before and after say: those of the server's life tell another story. */
export function cacheFinding(cacheHit: number | undefined): readonly AdviceFinding[] {
  if (cacheHit === undefined || cacheHit >= GOOD) return []
  return [
    {
      ruleId: 'LT205',
      level: cacheHit < BAD ? 'warn' : 'note',
      message: `${percent(cacheHit)} of the blocks of this run were in the cache, the others came from below`,
      hint: 'a compute with more memory, or indexes that let the queries touch fewer blocks',
    },
  ]
}
