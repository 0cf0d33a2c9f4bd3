import { Worker } from 'node:worker_threads'

/** Moments are kept for so many; a power of two. */
export const SLOTS = 1024
const TAKEN = 1
export const WAKES = 2
const GIVEN = 0
const STOPPED = 3

/** A thread that sleeps from moment to moment, as the timers of Node, which know milliseconds only, cannot. */
export interface Sleeper {
  /** Atomic: at `WAKES`, how often it woke; at `TAKEN`, how many of the moments it has slept to, modulo 2³². */
  readonly words: Int32Array
  /** One more moment, in ms of `sleeperClock`, not before the last. Slots must be free for it. */
  give(moment: number): void
  /** How many it has not slept to yet. */
  readonly pending: number
  /** Has it look at what was given. */
  hurry(): void
  stop(): void
}

/** The clock that all threads of a process share: `performance.now()` counts from each one's own start. */
export function sleeperClock(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}

export function startSleeper(): Sleeper {
  const shared = new SharedArrayBuffer(16 + SLOTS * 8)
  const words = new Int32Array(shared, 0, 4)
  const moments = new Float64Array(shared, 16, SLOTS)
  const thread = new Worker(PROGRAM, { eval: true, workerData: shared })
  thread.unref()
  let given = 0
  return {
    words,
    give: (moment) => {
      moments[given & (SLOTS - 1)] = moment
      given = (given + 1) | 0
    },
    get pending() {
      return (given - Atomics.load(words, TAKEN)) | 0
    },
    hurry: () => {
      Atomics.store(words, GIVEN, given)
      Atomics.notify(words, GIVEN)
    },
    stop: () => {
      Atomics.store(words, STOPPED, 1)
      Atomics.notify(words, STOPPED)
      void thread.terminate()
    },
  }
}

/** What is due at once is woken for once. Names of its own, for looking up global ones takes longer. */
const PROGRAM = `
const { workerData } = require('node:worker_threads')
const { hrtime } = process
const { add, load, notify, store, wait } = Atomics
const now = () => {
  const time = hrtime()
  return time[0] * 1000 + time[1] / 1e6
}
const sleep = (words, moments) => {
  const last = moments.length - 1
  let taken = 0
  while (load(words, ${STOPPED}) === 0) {
    const given = load(words, ${GIVEN})
    if (taken === given) {
      wait(words, ${GIVEN}, given)
      continue
    }
    const ms = moments[taken & last] - now()
    if (ms > 0) wait(words, ${STOPPED}, 0, ms)
    const nowMs = now()
    while (taken !== given && moments[taken & last] <= nowMs) taken = (taken + 1) | 0
    store(words, ${TAKEN}, taken)
    add(words, ${WAKES}, 1)
    notify(words, ${WAKES})
  }
}
sleep(new Int32Array(workerData, 0, 4), new Float64Array(workerData, 16))`
