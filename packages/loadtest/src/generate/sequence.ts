import type { Generator } from '../scenario/generator.js'
import type { Draw, DrawerShare } from './draw.js'

/**
 * Counts up by itself: the n-th value of worker w of W is number n × W + w, so that no two workers draw
 * the same before all have been drawn.
 */
export function sequenceDraw(
  { from, to, step }: Extract<Generator, { kind: 'sequence' }>,
  { worker, workers }: DrawerShare,
): Draw {
  const count = to === undefined ? Number.MAX_SAFE_INTEGER : Math.floor((to - from) / step) + 1
  let next = worker % count
  return () => {
    const value = from + next * step
    next = (next + workers) % count
    return value
  }
}
