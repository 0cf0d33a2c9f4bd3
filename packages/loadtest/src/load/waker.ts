import { Worker } from 'node:worker_threads'

/** Calls back at a moment that no timer of Node meets: those are a millisecond late. */
export interface Waker {
  /** Only the last moment asked for counts, and it is not before the one asked for earlier; in ms of `performance.now()`. */
  at(ms: number): void
  stop(): void
  /** Milliseconds burnt in waiting without a sleep. */
  readonly spunMs: number
}

/** The helper thread may be this late; what is left when it wakes us is waited for awake. */
const LEAD_MS = 0.1
/** Moments closer than this to each other would have us awake all the time: they are only slept for. */
const SPARSE_MS = 1
const STATE = 0
const WAKES = 1
const IDLE = 0
const SLEEP = 1
const STOP = 2

/**
 * A thread sleeps on a futex until shortly before the moment and wakes us through `Atomics.waitAsync`;
 * the rest is spent in turns of the event loop, so that answers are still heard.
 */
export function startWaker(wake: () => void): Waker {
  const shared = new SharedArrayBuffer(16)
  const words = new Int32Array(shared, 0, 2)
  const moment = new Float64Array(shared, 8, 1)
  const thread = new Worker(SLEEPER, { eval: true, workerData: shared })
  thread.unref()
  let due = Number.POSITIVE_INFINITY
  let leadMs = 0
  let asleep = false
  let spinning = false
  let stopped = false
  let spunMs = 0
  const wakeNow = () => {
    if (!stopped) wake()
  }
  const turn = (sinceMs: number) => {
    const nowMs = performance.now()
    spunMs += nowMs - sinceMs
    spinning = false
    if (stopped) return
    if (nowMs >= due) wake()
    else arrange()
  }
  const sleep = () => {
    asleep = true
    const seen = Atomics.load(words, WAKES)
    moment[0] = performance.timeOrigin + due - leadMs
    Atomics.store(words, STATE, SLEEP)
    Atomics.notify(words, STATE)
    const { async, value } = Atomics.waitAsync(words, WAKES, seen)
    void Promise.resolve(async ? value : undefined).then(() => {
      asleep = false
      if (!stopped) arrange()
    })
  }
  const arrange = () => {
    const nowMs = performance.now()
    if (nowMs >= due) setImmediate(wakeNow)
    else if (due - nowMs <= leadMs * 1.5) {
      if (spinning) return
      spinning = true
      setImmediate(turn, nowMs)
    } else if (!asleep && due < Number.POSITIVE_INFINITY) sleep()
  }
  return {
    get spunMs() {
      return spunMs
    },
    at: (ms) => {
      if (stopped) return
      leadMs = ms - due > SPARSE_MS ? LEAD_MS : 0
      due = ms
      if (!spinning && !asleep) arrange()
    },
    stop: () => {
      stopped = true
      Atomics.store(words, STATE, STOP)
      Atomics.notify(words, STATE)
      void thread.terminate()
    },
  }
}

const SLEEPER = `
const { workerData } = require('node:worker_threads')
const words = new Int32Array(workerData, 0, 2)
const moment = new Float64Array(workerData, 8, 1)
const never = new Int32Array(new SharedArrayBuffer(4))
for (;;) {
  Atomics.wait(words, ${STATE}, ${IDLE})
  if (Atomics.load(words, ${STATE}) === ${STOP}) break
  const ms = moment[0] - (performance.timeOrigin + performance.now())
  if (ms > 0) Atomics.wait(never, 0, 0, ms)
  Atomics.compareExchange(words, ${STATE}, ${SLEEP}, ${IDLE})
  Atomics.add(words, ${WAKES}, 1)
  Atomics.notify(words, ${WAKES})
}`
