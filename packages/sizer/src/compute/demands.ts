import type { ComputeLimits } from '../limits/limits.js'
import type { ComputeLimitName, ComputeLoad, ComputeNeed, SizingIssue } from './compute-sizing.js'
import { type ConnectionDemand, connectionDemand } from './connections.js'
import { deadlineDemand } from './deadline-need.js'
import { HOT_SET_UNKNOWN, memoryNeed } from './memory-need.js'
import { type RateDemand, rateDemand } from './rate-need.js'

/** What each limit asks for, before a size is chosen. */
export interface Demands {
  readonly load: ComputeLoad
  readonly needs: readonly ComputeNeed[]
  /** The need that asks for most; undefined for an empty load. */
  readonly largest?: ComputeNeed
  readonly rate: RateDemand
  readonly connections: ConnectionDemand
  /** Of the load itself, whatever the size. */
  readonly issues: readonly SizingIssue[]
}

export function demandsOf(load: ComputeLoad, limits: ComputeLimits): Demands {
  const rate = rateDemand(load, limits)
  const connections = connectionDemand(load, limits)
  const deadline = deadlineDemand(load, limits)
  const memory = load.hotSetGb === undefined ? undefined : memoryNeed(load.hotSetGb, limits)
  const needs = [rate.need, memory, connections.need, deadline.need]
    .filter((need) => need !== undefined)
    .filter((need) => need.cu > 0)
  const [first, ...rest] = needs
  const largest = first && rest.reduce((most, need) => (need.cu > most.cu ? need : most), first)
  return {
    load,
    needs,
    ...(largest && { largest }),
    rate,
    connections,
    issues: [
      ...(largest ? [] : [EMPTY_LOAD]),
      ...rate.issues,
      ...(memory ? [] : [HOT_SET_UNKNOWN]),
      ...deadline.issues,
    ],
  }
}

/** CU that one limit asks for; 0 when it asks for nothing. */
export function cuNeededFor(limit: ComputeLimitName, needs: readonly ComputeNeed[]): number {
  return needs.find((need) => need.limit === limit)?.cu ?? 0
}

const EMPTY_LOAD: SizingIssue = {
  ruleId: 'LB009',
  level: 'note',
  message:
    'the workload has no rates, connections, hot set or sync deadlines: nothing asks for a size',
  hint: 'the smallest size is shown; give the rates at the peak under database_instance',
  subject: 'rate',
}
