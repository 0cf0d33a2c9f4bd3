import type { Driver } from '../driver/session.js'
import { Histogram } from '../histogram/histogram.js'
import type { Recorder } from '../record/recorder.js'
import type { Scenario } from '../scenario/scenario.js'
import { closedLoop } from './closed-loop.js'
import { endRun, within } from './end-run.js'
import type { Loop } from './loop.js'
import { openLoop } from './open-loop.js'
import { Pool } from './pool.js'
import { planScripts } from './script-plan.js'
import { watchTime } from './watch-time.js'
import { shareOf, type WorkerShare } from './worker-share.js'

export interface LoadOptions {
  readonly scenario: Scenario
  readonly driver: Driver
  readonly recorder: Recorder
  readonly share: WorkerShare
  /** Called when all connections stand; resolves with the start, as `performance.now()` has it. */
  readonly begin: () => Promise<number>
  /** Called when a second of the run is over. */
  readonly onSecond: (second: number) => void
  readonly signal: AbortSignal
}

/** What a run tells about the thread that made it. */
export interface LoadFacts {
  /** 0 to 1; what was burnt to be on time is not in it. */
  readonly loopUtilization: number
  readonly loopDelay: Histogram
  /** All arrivals were made and answered. */
  readonly complete: boolean
}

const TICK_MS = 10
/** How long arrivals may wait for a connection behind the last stage. */
const DRAIN_MS = 10_000
/** How long what runs may take when the run is over, and when it is broken off. */
const FINISH_MS = 30_000
const ABORT_MS = 5000

/** One worker's part of a run, from opening the connections to closing them. */
export async function runLoad(options: LoadOptions): Promise<LoadFacts> {
  const { scenario, driver, recorder, share, signal } = options
  const pool = new Pool({
    ...{ driver, recorder, maxTries: scenario.maxTries },
    connections: shareOf(scenario.connections, share),
    timed: scenario.load.model === 'open',
    ...{ firstNumber: share.index, numberStep: share.count },
  })
  await pool.open()
  pool.startMs = await options.begin()
  const loop = startLoop(pool, scenario, share)
  pool.onEnded = loop.onEnded
  const { statementTimeoutMs } = scenario
  const unwatch = statementTimeoutMs === undefined ? undefined : watchTime(pool, statementTimeoutMs)
  const loopDelay = new Histogram()
  const before = performance.eventLoopUtilization()
  await untilStart(pool)
  const untick = startTicks(pool, loop, loopDelay, options.onSecond)
  await untilEnd(pool, loop, signal)
  // The timer may come before the last arrivals are made: a client that is late still owes them.
  if (!signal.aborted) loop.tick(Math.max(loop.endMs, pool.now()))
  const { active, idle } = performance.eventLoopUtilization(before)
  const drained = signal.aborted || (await drain(pool, signal))
  await endRun(pool, signal.aborted ? ABORT_MS : FINISH_MS)
  if (!drained) dropWaiting(pool)
  untick()
  unwatch?.()
  loop.stop()
  await pool.close()
  return {
    loopUtilization: Math.max(0, active - loop.spunMs) / (active + idle || 1),
    loopDelay,
    complete: !signal.aborted,
  }
}

function startLoop(pool: Pool, scenario: Scenario, share: WorkerShare): Loop {
  const plans = planScripts(scenario, { worker: share.index, workers: share.count })
  const { load } = scenario
  return load.model === 'open'
    ? openLoop(pool, plans, { scenario, load, share })
    : closedLoop(pool, plans, { scenario, load, share })
}

async function untilStart(pool: Pool): Promise<void> {
  // A timer may come a moment early.
  while (pool.now() < 0)
    await new Promise((resolve) => setTimeout(resolve, Math.floor(-pool.now())))
}

/** Looks after the loop, and at how late the event loop lets it. */
function startTicks(
  pool: Pool,
  loop: Loop,
  loopDelay: Histogram,
  onSecond: LoadOptions['onSecond'],
): () => void {
  let dueMs = pool.now()
  let second = 0
  const tick = () => {
    const nowMs = pool.now()
    loopDelay.record(Math.max(0, nowMs - dueMs) * 1000)
    dueMs = nowMs + TICK_MS
    if (!pool.stopping()) loop.tick(nowMs)
    for (; second < Math.floor(nowMs / 1000); second++) onSecond(second)
    pool.recorder.sample(second, pool.waiting.length, pool.busy)
  }
  tick()
  const timer = setInterval(tick, TICK_MS)
  return () => {
    clearInterval(timer)
    for (; second * 1000 < pool.now(); second++) onSecond(second)
  }
}

function untilEnd(pool: Pool, loop: Loop, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.max(0, loop.endMs - pool.now()))
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

/** Arrivals that came in time are still served, as long as that does not take too long. */
async function drain(pool: Pool, signal: AbortSignal): Promise<boolean> {
  const served = async () => {
    while (pool.waiting.length > 0 && !signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  return within(DRAIN_MS, served())
}

/** What has not had its turn has failed; left out, the slowest answers would be. */
function dropWaiting(pool: Pool): void {
  const nowMs = pool.now()
  const failure = {
    code: 'interrupted',
    message: `still waited for a connection ${DRAIN_MS / 1000} s after the run's end`,
  }
  for (const { plan, dueMs, measured } of pool.waiting.drain()) {
    const us = (nowMs - dueMs) * 1000
    pool.recorder.failed(plan.index, failure, us, Math.floor(nowMs / 1000), measured)
  }
}
