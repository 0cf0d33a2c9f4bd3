import type { Clock } from '@lakebase/workspace'
import { type CallKind, type Emit, failureOf } from '../event.js'
import { closedError } from '../lakebase-error.js'

/** Counts the calls, so that closing can wait for the last of them, and tells what has come of each. */
export interface Calls {
  readonly active: () => number
  readonly guard: <T>(kind: CallKind, call: () => Promise<T>) => Promise<T>
  /** For what is not over when it returns; call the result once when it is. */
  readonly enter: () => () => void
  /** Takes no new ones, and waits for those under way, but no longer than that. */
  readonly end: (drainMs: number) => Promise<void>
}

/** Without `emit` nothing is timed. */
export function createCalls(clock: Clock, emit: Emit | undefined): Calls {
  let active = 0
  let closed = false
  let drained: (() => void) | undefined
  function enter(): () => void {
    if (closed) throw closedError()
    active++
    return () => {
      active--
      if (active === 0) drained?.()
    }
  }
  return {
    active: () => active,
    enter,
    async guard<T>(kind: CallKind, call: () => Promise<T>): Promise<T> {
      const leave = enter()
      try {
        return await (emit ? timed(kind, call, clock, emit) : call())
      } finally {
        leave()
      }
    },
    async end(drainMs) {
      closed = true
      if (active === 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, drainMs)
        drained = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
  }
}

async function timed<T>(
  kind: CallKind,
  call: () => Promise<T>,
  clock: Clock,
  emit: Emit,
): Promise<T> {
  const startMs = clock.now()
  try {
    const value = await call()
    const rows = Array.isArray(value) ? value.length : undefined
    emit({ type: 'call', kind, ms: clock.now() - startMs, ...(rows !== undefined && { rows }) })
    return value
  } catch (error) {
    emit({ type: 'call', kind, ms: clock.now() - startMs, failure: failureOf(error) })
    throw error
  }
}
