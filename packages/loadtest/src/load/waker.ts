import { performance } from 'node:perf_hooks'
import { SLOTS, sleeperClock, startSleeper, WAKES } from './sleeper.js'

/** Calls back at moments that no timer of Node meets: those are a millisecond late. */
export interface Waker {
  stop(): void
  /** Milliseconds burnt in waiting without a sleep. */
  readonly spunMs: number
}

export interface WakerOptions {
  /** The moments one after the other, in ms of `performance.now()`; infinite behind the last. */
  readonly nextMoment: () => number
  /** Called at each moment, or later, or once for several: does all that is due, and says when the next is. */
  readonly wake: () => number
}

/** The sleeping thread may be this late; what is left when it wakes us is waited for awake. */
const LEAD_MS = 0.1
/** Moments closer than this to each other would have us awake all the time: they are only slept for. */
const SPARSE_MS = 2

/**
 * A thread sleeps until a moment, or shortly before it, and wakes us through `Atomics.waitAsync`; the rest is
 * spent in turns of the event loop, so that answers are still heard. It knows the moments to come, and needs no
 * word from us between two of them.
 */
export function startWaker({ nextMoment, wake }: WakerOptions): Waker {
  const sleeper = startSleeper()
  const { words } = sleeper
  const clockAheadMs = sleeperClock() - performance.now()
  let lastGiven = Number.NEGATIVE_INFINITY
  let givenAll = false
  let next = Number.NEGATIVE_INFINITY
  /** The next, where it is waited for awake. */
  let spinUntil = Number.POSITIVE_INFINITY
  let seen = 0
  let spinning = false
  let stopped = false
  let spunMs = 0
  const give = () => {
    if (givenAll || sleeper.pending > SLOTS / 2) return
    while (sleeper.pending < SLOTS && !givenAll) {
      const moment = nextMoment()
      givenAll = moment === Number.POSITIVE_INFINITY
      if (givenAll) break
      sleeper.give(moment + clockAheadMs - (moment - lastGiven > SPARSE_MS ? LEAD_MS : 0))
      lastGiven = moment
    }
    sleeper.hurry()
  }
  const turn = (sinceMs: number) => {
    const nowMs = performance.now()
    spunMs += nowMs - sinceMs
    spinning = false
    if (stopped) return
    if (nowMs >= spinUntil) work()
    spin(nowMs)
  }
  const spin = (nowMs: number) => {
    if (spinning || spinUntil - nowMs > LEAD_MS * 1.5) return
    spinning = true
    setImmediate(turn, nowMs)
  }
  const work = () => {
    const before = next
    next = wake()
    spinUntil = next - before > SPARSE_MS ? next : Number.POSITIVE_INFINITY
    give()
  }
  const listen = () => {
    if (stopped) return
    const { async, value } = Atomics.waitAsync(words, WAKES, seen)
    if (async) void value.then(woken)
    else setImmediate(woken)
  }
  const woken = () => {
    if (stopped) return
    seen = Atomics.load(words, WAKES)
    work()
    spin(performance.now())
    listen()
  }
  woken()
  return {
    get spunMs() {
      return spunMs
    },
    stop: () => {
      stopped = true
      sleeper.stop()
    },
  }
}
