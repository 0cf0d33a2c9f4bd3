import type { Clock } from '@lakebase/workspace'
import type { Connect, Connection } from '../connection/connection.js'
import type { Emit } from '../event.js'
import { abortedError, codeOf, LakebaseError } from '../lakebase-error.js'

export interface PoolOptions {
  readonly max: number
  /** An idle connection is closed after this. */
  readonly idleTimeoutMs: number
  /** Connections that are opened at once while the server is well. */
  readonly connectConcurrency: number
  readonly clock: Clock
  readonly emit: Emit
  /** Waits for what a login needs. While it does, another try would only wait beside it. */
  readonly prepare: () => Promise<Connect>
  /** The error that ends the wait of everybody; undefined when the next try may do better. */
  readonly verdict: (error: unknown) => LakebaseError | undefined
}

export interface PoolStats {
  readonly total: number
  readonly idle: number
  readonly connecting: number
  readonly waiting: number
  readonly opened: number
  readonly lost: number
  readonly failedConnects: number
}

interface Waiter {
  readonly resolve: (connection: Connection) => void
  readonly reject: (error: LakebaseError) => void
  /** Nothing ends the wait any more. */
  readonly forget: () => void
}

/** While the server is down another probe may start this long after the last one, should that one hang. */
const PROBE_EVERY_MS = 500
/** Tries that hang may be so many beyond `max`: at one each PROBE_EVERY_MS they outlast a connect timeout. */
const HANGING_TRIES = 20
const SLOWEST_RETRY_MS = 500
const FASTEST_RETRY_MS = 100

/** Connections that are kept open, and the wait for them. */
export class Pool {
  readonly #options: PoolOptions
  readonly #idle: Connection[] = []
  readonly #all = new Set<Connection>()
  readonly #waiters = new Set<Waiter>()
  readonly #counts = { opened: 0, lost: 0, failedConnects: 0 }
  readonly #sweeper: NodeJS.Timeout
  #connecting = 0
  /** Of these, how many have no token yet. */
  #preparing = 0
  #failuresInRow = 0
  #nextProbeAtMs = 0
  #lastTryAtMs = 0
  #lastFailure: unknown
  #probeTimer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    const everyMs = Math.max(10, Math.min(options.idleTimeoutMs, 1000))
    this.#sweeper = setInterval(() => this.#sweep(), everyMs)
    this.#sweeper.unref()
  }

  /** A connection that is open, younger than its end and used by nobody else. */
  async acquire(deadlineMs: number, readOnly: boolean, signal?: AbortSignal): Promise<Connection> {
    if (this.#closed) throw closedError()
    if (signal?.aborted) throw abortedError('no', signal.reason)
    return this.#takeIdle(readOnly) ?? this.#wait(deadlineMs, signal)
  }

  release(connection: Connection): void {
    const nowMs = this.#options.clock.now()
    if (connection.isLost()) this.discard(connection)
    else if (this.#closed) this.#retire(connection, 'closed')
    else if (nowMs >= connection.endAtMs) {
      this.#retire(connection, 'lifetime')
      this.#pump()
    } else this.#handOver(connection, nowMs)
  }

  /** Ends it: its state is not known. */
  discard(connection: Connection): void {
    if (!this.#all.has(connection)) return
    this.#counts.lost++
    this.#forget(connection)
    connection.destroy()
    const ageMs = this.#options.clock.now() - connection.bornAtMs
    this.#options.emit({ type: 'connection.lost', ageMs })
    this.#pump()
  }

  stats(): PoolStats {
    return {
      total: this.#all.size,
      idle: this.#idle.length,
      connecting: this.#connecting,
      waiting: this.#waiters.size,
      ...this.#counts,
    }
  }

  /** Ends every connection and every wait. */
  close(): void {
    this.#closed = true
    clearInterval(this.#sweeper)
    clearTimeout(this.#probeTimer)
    for (const waiter of [...this.#waiters]) {
      this.#settle(waiter, () => waiter.reject(closedError()))
    }
    for (const connection of [...this.#all]) this.#retire(connection, 'closed')
  }

  #handOver(connection: Connection, nowMs: number): void {
    connection.idleSinceMs = nowMs
    const [waiter] = this.#waiters
    if (waiter) this.#settle(waiter, () => waiter.resolve(connection))
    else this.#idle.push(connection)
  }

  #sweep(): void {
    const nowMs = this.#options.clock.now()
    for (const connection of [...this.#idle]) {
      if (nowMs >= connection.endAtMs) this.#retire(connection, 'lifetime')
      else if (nowMs - connection.idleSinceMs >= this.#options.idleTimeoutMs) {
        this.#retire(connection, 'idle')
      }
    }
  }

  #forget(connection: Connection): void {
    this.#all.delete(connection)
    const at = this.#idle.indexOf(connection)
    if (at >= 0) this.#idle.splice(at, 1)
  }

  #retire(connection: Connection, reason: 'closed' | 'idle' | 'lifetime'): void {
    this.#forget(connection)
    connection.destroy()
    const ageMs = this.#options.clock.now() - connection.bornAtMs
    this.#options.emit({ type: 'connection.retire', reason, ageMs })
  }

  #takeIdle(readOnly: boolean): Connection | undefined {
    for (;;) {
      // The one that is in the wanted mode already, else the one used last.
      const connection =
        this.#idle.findLast((one) => one.readOnly === readOnly) ?? this.#idle.at(-1)
      if (connection === undefined) return undefined
      this.#idle.splice(this.#idle.indexOf(connection), 1)
      if (connection.isLost()) this.discard(connection)
      else if (this.#options.clock.now() >= connection.endAtMs) this.#retire(connection, 'lifetime')
      else return connection
    }
  }

  #wait(deadlineMs: number, signal: AbortSignal | undefined): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const end = (error: LakebaseError) => this.#settle(waiter, () => reject(error))
      const onAbort = () => end(abortedError('no', signal?.reason))
      const timer = setTimeout(
        () => end(acquireTimeout(this.#lastFailure, this.stats())),
        deadlineMs - this.#options.clock.now(),
      )
      signal?.addEventListener('abort', onAbort)
      const forget = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
      const waiter: Waiter = { resolve, reject, forget }
      this.#waiters.add(waiter)
      this.#pump()
    })
  }

  #settle(waiter: Waiter, how: () => void): void {
    this.#waiters.delete(waiter)
    waiter.forget()
    how()
  }

  /** Opens what is wanted and may be opened now. */
  #pump(): void {
    const { max } = this.#options
    const mostTries = max + HANGING_TRIES
    while (this.#waiters.size > 0 && this.#all.size < max && this.#connecting < mostTries) {
      const delayMs = this.#nextTryInMs()
      if (delayMs === undefined) return
      if (delayMs > 0) {
        this.#pumpIn(delayMs)
        return
      }
      void this.#openOne()
    }
  }

  /** Undefined: what is under way will do. */
  #nextTryInMs(): number | undefined {
    const { clock, connectConcurrency, max } = this.#options
    const nowMs = clock.now()
    const isEnough =
      this.#failuresInRow > 0 ||
      this.#connecting >= Math.min(connectConcurrency, this.#waiters.size) ||
      this.#all.size + this.#connecting >= max
    if (!isEnough) return 0
    if (this.#preparing > 0) return undefined
    // While the server is down one try follows the other; those that hang do not hold up the next.
    const nextAtMs =
      this.#failuresInRow > 0 ? this.#nextProbeAtMs : this.#lastTryAtMs + PROBE_EVERY_MS
    return Math.max(0, nextAtMs - nowMs)
  }

  #pumpIn(delayMs: number): void {
    clearTimeout(this.#probeTimer)
    this.#probeTimer = setTimeout(() => this.#pump(), Math.max(1, delayMs))
  }

  async #openOne(): Promise<void> {
    const { clock, emit, max } = this.#options
    this.#connecting++
    const startMs = clock.now()
    try {
      const connect = await this.#prepare()
      this.#lastTryAtMs = clock.now()
      this.#nextProbeAtMs = this.#lastTryAtMs + PROBE_EVERY_MS
      // Should this one hang, the next does not wait for it.
      this.#pump()
      const connection = await connect((lost) => this.discard(lost))
      this.#connecting--
      this.#failuresInRow = 0
      this.#lastFailure = undefined
      this.#counts.opened++
      emit({ type: 'connection.open', ms: clock.now() - startMs })
      if (this.#all.size < max) {
        this.#all.add(connection)
        this.release(connection)
      } else connection.destroy()
    } catch (error) {
      this.#connecting--
      this.#connectFailed(error)
    }
    this.#pump()
  }

  async #prepare(): Promise<Connect> {
    this.#preparing++
    try {
      return await this.#options.prepare()
    } finally {
      this.#preparing--
    }
  }

  #connectFailed(error: unknown): void {
    const { clock, emit, verdict } = this.#options
    this.#counts.failedConnects++
    this.#failuresInRow++
    this.#lastFailure = error
    const span = (SLOWEST_RETRY_MS - FASTEST_RETRY_MS) * Math.min(1, this.#failuresInRow / 4)
    const delayMs = FASTEST_RETRY_MS + span * clock.random()
    // A try that failed at once need not wait for one that might hang.
    this.#nextProbeAtMs = clock.now() + delayMs
    emit({ type: 'connect.retry', code: codeOf(error), failures: this.#failuresInRow, delayMs })
    const final = verdict(error)
    if (final === undefined) return
    for (const waiter of [...this.#waiters]) this.#settle(waiter, () => waiter.reject(final))
  }
}

function closedError(): LakebaseError {
  return new LakebaseError('CLOSED', 'this client was closed', { sent: 'no' })
}

function acquireTimeout(cause: unknown, stats: PoolStats): LakebaseError {
  const why =
    cause instanceof Error ? `the last connect failed: ${cause.message}` : 'all are in use'
  const state = `${stats.total} open, ${stats.connecting} connecting, ${stats.waiting} waiting`
  const message = `no connection before the deadline (${state}); ${why}`
  return new LakebaseError('ACQUIRE_TIMEOUT', message, { sent: 'no' }, cause)
}
