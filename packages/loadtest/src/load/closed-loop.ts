import { scriptChooser } from '../generate/script-chooser.js'
import type { ClosedLoad, Scenario } from '../scenario/scenario.js'
import { NextArrival } from './arrival.js'
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
  const next = new NextArrival(plans)
  let wanted = 0
  let users = 0
  let asked = 0
  /** What a user asks for; nothing when the run is over, or has more users than it should by now. */
  const ask = (nowMs: number): NextArrival | undefined => {
    if (users > wanted || nowMs >= stages.endMs) {
      users--
      return undefined
    }
    const number = share.index + asked++ * share.count
    return next.set(choose(number), number, nowMs, stages.measured(nowMs))
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
