import type { Generator } from '../scenario/generator.js'
import type { Draw, DrawerShare } from './draw.js'

/**
 * Counts up by itself: the n-th value of worker w of W is number n × W + w, so that no two workers draw
 * the same before all have been drawn. Shards of a run stride in the same way over the workers of all.
 */
export function sequenceDraw(
  { from, to, step, shard }: Extract<Generator, { kind: 'sequence' }>,
  { worker, workers }: DrawerShare,
): Draw {
  const count = to === undefined ? Number.MAX_SAFE_INTEGER : Math.floor((to - from) / step) + 1
  const stride = workers * (shard?.of ?? 1)
  let next = (worker * (shard?.of ?? 1) + (shard?.index ?? 0)) % count
  return () => {
    const value = from + next * step
    next = (next + stride) % count
    return value
  }
}
