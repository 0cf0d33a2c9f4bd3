import type { Clock } from '@lakebase/workspace'

/** While the server is down another probe may start this long after the last one, should that one hang. */
const PROBE_EVERY_MS = 500
const SLOWEST_RETRY_MS = 500
const FASTEST_RETRY_MS = 100

/** What is under way, and what for. */
export interface Demand {
  /** Connections that are open. */
  readonly open: number
  /** Tries that have not ended. */
  readonly connecting: number
  /** Of these, those that have no token yet. */
  readonly preparing: number
  /** Callers that wait for a connection. */
  readonly waiting: number
}

/** When the next try to connect may begin. */
export interface TrySchedule {
  /** In milliseconds; undefined: what is under way will do. */
  readonly nextInMs: (demand: Demand) => number | undefined
  /** A try has gone out to the server. */
  readonly tried: () => void
  readonly succeeded: () => void
  /** `isPaced`: what failed keeps its own pace, and needs no other. Gives the milliseconds to the next try. */
  readonly failed: (isPaced: boolean) => number
  /** Since the last success. */
  readonly failures: () => number
}

export interface TryScheduleOptions {
  readonly clock: Clock
  readonly max: number
  /** Tries at a time while the server is well. */
  readonly connectConcurrency: number
}

/** As many at a time as are wanted while the server is well; while it is down one after the other. */
export function trySchedule(options: TryScheduleOptions): TrySchedule {
  const { clock, max, connectConcurrency } = options
  let failures = 0
  let nextProbeAtMs = 0
  let lastTryAtMs = 0
  return {
    nextInMs({ open, connecting, preparing, waiting }) {
      const isEnough =
        failures > 0 ||
        connecting >= Math.min(connectConcurrency, waiting) ||
        open + connecting >= max
      if (!isEnough) return 0
      if (preparing > 0) return undefined
      // Tries that hang do not hold up the next.
      const nextAtMs = failures > 0 ? nextProbeAtMs : lastTryAtMs + PROBE_EVERY_MS
      return Math.max(0, nextAtMs - clock.now())
    },
    tried() {
      lastTryAtMs = clock.now()
      nextProbeAtMs = lastTryAtMs + PROBE_EVERY_MS
    },
    succeeded() {
      failures = 0
    },
    failed(isPaced) {
      failures++
      const span = (SLOWEST_RETRY_MS - FASTEST_RETRY_MS) * Math.min(1, failures / 4)
      const delayMs = isPaced ? 0 : FASTEST_RETRY_MS + span * clock.random()
      // A try that failed at once need not wait for one that might hang.
      nextProbeAtMs = clock.now() + delayMs
      return delayMs
    },
    failures: () => failures,
  }
}
