import type { RunFigures } from '../assess.js'

/** Which part of the scenario's clients and connections this run had: 1 unless it was a shard. */
export function shareOfLoad({ shard }: Pick<RunFigures, 'shard'>): number {
  return shard === undefined ? 1 : 1 / shard.count
}

/** Connections of this run. */
export function connectionsOf(run: RunFigures): number {
  return Math.ceil(run.scenario.connections * shareOfLoad(run))
}
