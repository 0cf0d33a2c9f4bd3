import { scriptChooser } from '../generate/script-chooser.js'
import type { OpenLoad, Scenario } from '../scenario/scenario.js'
import { NextArrival } from './arrival.js'
import { ArrivalSchedule } from './arrival-schedule.js'
import type { Loop } from './loop.js'
import type { Pool } from './pool.js'
import type { ScriptPlan } from './script-plan.js'
import { startWaker } from './waker.js'
import type { WorkerShare } from './worker-share.js'

/** Arrivals that come by the clock, whether the database keeps up or not. */
export function openLoop(
  pool: Pool,
  plans: readonly ScriptPlan[],
  { scenario, load, share }: { scenario: Scenario; load: OpenLoad; share: WorkerShare },
): Loop {
  const { recorder } = pool
  const schedule = new ArrivalSchedule(load, scenario.seed, share)
  const choose = scriptChooser(scenario.scripts, scenario.seed)
  const next = new NextArrival(plans)
  const pump = (nowMs: number) => {
    while (schedule.dueMs <= nowMs && !pool.stopping()) {
      const { number, dueMs, measured } = schedule
      const script = choose(number)
      recorder.due(script, Math.floor(dueMs / 1000), measured)
      pool.arrive(next.set(script, number, dueMs, measured), nowMs)
      schedule.advance()
    }
  }
  const ahead = new ArrivalSchedule(load, scenario.seed, share)
  const waker = startWaker({
    nextMoment: () => {
      const { dueMs } = ahead
      ahead.advance()
      return pool.startMs + dueMs
    },
    wake: () => {
      pump(pool.now())
      return pool.startMs + schedule.dueMs
    },
  })
  return {
    endMs: schedule.endMs,
    get spunMs() {
      return waker.spunMs
    },
    onEnded: (_, nowMs) => {
      if (schedule.dueMs <= nowMs) pump(nowMs)
      return undefined
    },
    tick: (nowMs) => {
      if (schedule.dueMs <= nowMs) pump(nowMs)
    },
    stop: () => waker.stop(),
  }
}
