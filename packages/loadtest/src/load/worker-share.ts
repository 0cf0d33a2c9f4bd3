/** Which of the workers of a run this is; those of other shards count among them. */
export interface WorkerShare {
  /** From 0. */
  readonly index: number
  readonly count: number
}

/** How many of `total` are ours when they are dealt out one by one. */
export function shareOf(total: number, { index, count }: WorkerShare): number {
  return Math.max(0, Math.floor((total - 1 - index) / count) + 1)
}
