import { scriptChooser } from '../generate/script-chooser.js'
import type { ClosedLoad, Scenario } from '../scenario/scenario.js'
import type { Arrival } from './client.js'
import type { Loop } from './loop.js'
import type { Pool } from './pool.js'
import type { ScriptPlan } from './script-plan.js'
import { StageClock } from './stages.js'
import { shareOf, type WorkerShare } from './worker-share.js'

/**
 * Users that ask again when they have their answer and have thought about it. A user needs a connection
 * only while it waits for the database.
 */
export function closedLoop(
  pool: Pool,
  plans: readonly ScriptPlan[],
  { scenario, load, share }: { scenario: Scenario; load: ClosedLoad; share: WorkerShare },
): Loop {
  const stages = new StageClock(load.stages)
  const choose = scriptChooser(scenario.scripts, scenario.seed)
  let wanted = 0
  let users = 0
  let asked = 0
  /** What a user asks for; nothing when the run is over, or has more users than it should by now. */
  const ask = (nowMs: number): Arrival | undefined => {
    const number = share.index + asked * share.count
    const plan = plans[choose(number)]
    if (users > wanted || nowMs >= stages.endMs || plan === undefined) {
      users--
      return undefined
    }
    asked++
    return { plan, number, dueMs: nowMs, measured: stages.measured(nowMs) }
  }
  const arrive = (nowMs: number) => {
    const arrival = pool.stopping() ? undefined : ask(nowMs)
    if (arrival) pool.arrive(arrival, nowMs)
  }
  return {
    endMs: stages.endMs,
    spunMs: 0,
    onEnded: ({ thinkMs }, nowMs) => {
      if (!(thinkMs > 0)) return ask(nowMs)
      setTimeout(() => arrive(pool.now()), thinkMs).unref()
      return undefined
    },
    tick: (nowMs) => {
      wanted = shareOf(usersAt(stages, nowMs), share)
      for (let missing = wanted - users; missing > 0; missing--) {
        users++
        arrive(nowMs)
      }
    },
    stop: () => undefined,
  }
}

function usersAt(stages: StageClock<ClosedLoad['stages'][number]>, nowMs: number): number {
  const position = stages.position(nowMs)
  if (position === undefined) return 0
  const { fromClients, toClients } = position.stage
  return Math.ceil(fromClients + (toClients - fromClients) * position.share)
}
