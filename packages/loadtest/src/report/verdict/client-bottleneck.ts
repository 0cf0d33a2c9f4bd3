import type { RunFigures } from '../assess.js'
import type { Latency, Verdict } from '../run-report.js'
import { BUSY_LOOP, IDLE_LATENESS_US, TENTH } from './thresholds.js'
import { figures, percent, time } from './words.js'

/** LT101: what was measured is the client, not the database. */
export function clientBottleneck(run: RunFigures): readonly Verdict[] {
  const { generator, scenario, total } = run
  const signs = [
    ...busy(run),
    ...late('arrivals that had a free connection started', generator.scheduleLag, total.service),
    ...late('its event loop came round', generator.loopDelay, total.service),
  ]
  if (signs.length === 0) return []
  const { workers, cores } = generator
  const room = workers < cores ? `more workers (${workers} on ${cores} cores), or ` : ''
  const closed = scenario.load.model === 'closed' ? ', or fewer clients' : ''
  return [
    {
      ruleId: 'LT101',
      level: 'error',
      message: `The client is the bottleneck: ${signs.join('; ')}`,
      hint: `the database may do better than these figures: use ${room}a machine with nothing else on it, or several (shards)${closed}`,
    },
  ]
}

function busy({ generator, scenario }: RunFigures): readonly string[] {
  const { loopUtilization, cpuShare } = generator
  if (loopUtilization >= BUSY_LOOP)
    return [`a worker's event loop was busy ${percent(loopUtilization)} of the time`]
  // In an open loop the client also burns CPU to be on time, which is no sign of anything.
  if (scenario.load.model === 'closed' && cpuShare >= BUSY_LOOP)
    return [`a worker kept ${figures(cpuShare)} cores busy`]
  return []
}

/**
 * Lateness of the client is part of each time that it measures: a tenth of p99 is too much. Held against
 * the time on the connection, for in a queue that grows the response times outgrow every lateness.
 */
function late(what: string, lateness: Latency | undefined, service: Latency): readonly string[] {
  if (lateness === undefined || service.count === 0) return []
  if (lateness.p99 <= Math.max(IDLE_LATENESS_US, TENTH * service.p99)) return []
  return [`${what} ${time(lateness.p99)} late at p99, where the database took ${time(service.p99)}`]
}
