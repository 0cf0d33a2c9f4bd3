import type { Connection } from '../connection/connection.js'
import { abortedError, closedError, type LakebaseError } from '../lakebase-error.js'
import { acquireTimeout } from './acquire-timeout.js'
import { createOpener, type Opener, type OpenerOptions } from './opener.js'
import type { PoolStats } from './pool-stats.js'
import { createWaitingLine, type WaitingLine } from './waiting-line.js'

export interface PoolOptions
  extends Pick<OpenerOptions, 'clock' | 'connectConcurrency' | 'emit' | 'max' | 'prepare'> {
  /** An idle connection is closed after this. */
  readonly idleTimeoutMs: number
  /** The error that ends the wait of everybody; undefined when the next try may do better. */
  readonly verdict: (error: unknown) => LakebaseError | undefined
}

/** Connections that are kept open, and the wait for them. */
export class Pool {
  readonly #options: PoolOptions
  readonly #idle: Connection[] = []
  readonly #all = new Set<Connection>()
  readonly #line: WaitingLine
  readonly #opener: Opener
  readonly #sweeper: NodeJS.Timeout
  #lost = 0
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#line = createWaitingLine(options.clock)
    this.#opener = createOpener({
      ...options,
      demand: () => ({ open: this.#all.size, waiting: this.#line.length() }),
      opened: (connection) => this.#opened(connection),
      lost: (connection) => this.discard(connection),
      failed: (error) => {
        const final = options.verdict(error)
        if (final) this.#line.dismiss(final)
      },
    })
    const everyMs = Math.max(10, Math.min(options.idleTimeoutMs, 1000))
    this.#sweeper = setInterval(() => this.#sweep(), everyMs)
    this.#sweeper.unref()
  }

  /** A connection that is open, younger than its end and used by nobody else; at once where one is idle. */
  acquire(
    deadlineMs: number,
    readOnly: boolean,
    signal?: AbortSignal,
  ): Connection | Promise<Connection> {
    if (this.#closed) throw closedError()
    if (signal?.aborted) throw abortedError('no', signal.reason)
    const idle = this.#takeIdle(readOnly)
    if (idle) return idle
    const late = () => acquireTimeout(this.#opener.lastFailure(), this.stats())
    const connection = this.#line.join({ deadlineMs, signal, late })
    this.#opener.pump()
    return connection
  }

  release(connection: Connection): void {
    const nowMs = this.#options.clock.now()
    if (connection.isLost()) this.discard(connection)
    else if (this.#closed) this.#retire(connection, 'closed')
    else if (nowMs >= connection.endAtMs) {
      this.#retire(connection, 'lifetime')
      this.#opener.pump()
    } else {
      connection.idleSinceMs = nowMs
      if (!this.#line.serve(connection)) this.#idle.push(connection)
    }
  }

  /** Ends it: its state is not known. */
  discard(connection: Connection): void {
    if (!this.#all.has(connection)) return
    this.#lost++
    const ageMs = this.#end(connection)
    this.#options.emit({ type: 'connection.lost', ageMs })
    this.#opener.pump()
  }

  stats(): PoolStats {
    return {
      total: this.#all.size,
      idle: this.#idle.length,
      waiting: this.#line.length(),
      lost: this.#lost,
      ...this.#opener.counts(),
    }
  }

  /** Ends every connection and every wait. */
  close(): void {
    this.#closed = true
    clearInterval(this.#sweeper)
    this.#opener.stop()
    this.#line.dismiss(closedError())
    for (const connection of [...this.#all]) this.#retire(connection, 'closed')
  }

  #opened(connection: Connection): void {
    if (this.#all.size < this.#options.max) {
      this.#all.add(connection)
      this.release(connection)
    } else connection.destroy()
  }

  #sweep(): void {
    const { clock, idleTimeoutMs } = this.#options
    const nowMs = clock.now()
    for (const connection of [...this.#idle]) {
      if (nowMs >= connection.endAtMs) this.#retire(connection, 'lifetime')
      else if (nowMs - connection.idleSinceMs >= idleTimeoutMs) this.#retire(connection, 'idle')
    }
  }

  /** Gives its age in milliseconds. */
  #end(connection: Connection): number {
    this.#all.delete(connection)
    const at = this.#idle.indexOf(connection)
    if (at >= 0) this.#idle.splice(at, 1)
    connection.destroy()
    return this.#options.clock.now() - connection.bornAtMs
  }

  #retire(connection: Connection, reason: 'closed' | 'idle' | 'lifetime'): void {
    this.#options.emit({ type: 'connection.retire', reason, ageMs: this.#end(connection) })
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
}
