import { performance } from 'node:perf_hooks'
import type { Driver } from '../driver/session.js'
import type { Recorder } from '../record/recorder.js'
import type { Arrival, NextArrival } from './arrival.js'
import { Client, type ClientHost } from './client.js'
import { Ring } from './ring.js'
import { Sessions } from './sessions.js'

/** Hears of the end of a transaction; gives what its user asks for next, if it asks at once. */
export type OnEnded = (client: Client, nowMs: number) => NextArrival | undefined

export interface PoolOptions {
  readonly driver: Driver
  readonly recorder: Recorder
  readonly connections: number
  readonly maxTries: number
  /** Arrivals come by the clock: how late they begin is told. */
  readonly timed: boolean
  /** Of the clients among those of all workers. */
  readonly firstNumber: number
  readonly numberStep: number
}

/** Connections, and the arrivals that wait for one. */
export class Pool implements ClientHost {
  readonly recorder: Recorder
  readonly maxTries: number
  readonly clients: readonly Client[]
  readonly waiting = new Ring<Arrival>()
  /** Set before the run begins. */
  onEnded: OnEnded = () => undefined
  /** `performance.now()` at the run's start. */
  startMs = 0
  busy = 0
  readonly #timed: boolean
  readonly #free = new Ring<Client>()
  readonly #sessions: Sessions
  #stopping = false
  #idle: () => void = () => undefined

  constructor(options: PoolOptions) {
    this.recorder = options.recorder
    this.maxTries = options.maxTries
    this.#timed = options.timed
    this.clients = Array.from(
      { length: options.connections },
      (_, at) => new Client(options.firstNumber + at * options.numberStep, this),
    )
    this.#sessions = new Sessions({
      ...{ driver: options.driver, recorder: options.recorder, clients: this.clients },
      onOpen: (client) => this.#opened(client),
      onIdleLost: (client) => this.#free.remove(client),
    })
  }

  /** Opens all connections; those that fail are tried again while the others work. */
  open(): Promise<void> {
    return this.#sessions.open()
  }

  now(): number {
    return performance.now() - this.startMs
  }

  stopping(): boolean {
    return this.#stopping
  }

  arrive(arrival: NextArrival, nowMs: number): void {
    const client = this.#free.shift()
    if (client === undefined) {
      this.waiting.push(arrival.copy())
      return
    }
    if (this.#timed) {
      const lagUs = (nowMs - arrival.dueMs) * 1000
      this.recorder.scheduleLag(lagUs, Math.floor(nowMs / 1000), arrival.measured)
      this.recorder.connectionWait(0, arrival.measured)
    }
    this.#start(client, arrival, nowMs)
  }

  finished(client: Client, nowMs: number): void {
    this.busy--
    if (this.#stopping) {
      this.#release(client)
      return
    }
    const next = this.onEnded(client, nowMs)
    const waits = this.waiting.length > 0
    if (waits && next) this.waiting.push(next.copy())
    const arrival = waits ? this.#nextWaiting(nowMs) : next
    if (arrival) this.#start(client, arrival, nowMs)
    else this.#release(client)
  }

  lost(client: Client): void {
    this.busy--
    void this.#sessions.reopen(client)
    const nowMs = this.now()
    const arrival = this.#stopping ? undefined : this.onEnded(client, nowMs)
    if (arrival) this.arrive(arrival, nowMs)
    if (this.busy === 0) this.#idle()
  }

  /** No more begins. */
  stop(): void {
    this.#stopping = true
    this.#sessions.stop()
  }

  /** Until nothing runs. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      if (this.busy === 0) resolve()
      else this.#idle = resolve
    })
  }

  async close(): Promise<void> {
    this.stop()
    await this.#sessions.close()
  }

  #nextWaiting(nowMs: number): Arrival | undefined {
    const arrival = this.waiting.shift()
    if (arrival) this.recorder.connectionWait((nowMs - arrival.dueMs) * 1000, arrival.measured)
    return arrival
  }

  #start(client: Client, arrival: Arrival, nowMs: number): void {
    this.busy++
    client.start(arrival, nowMs)
  }

  #release(client: Client): void {
    this.#free.push(client)
    if (this.busy === 0) this.#idle()
  }

  #opened(client: Client): void {
    const nowMs = this.now()
    const arrival = this.#stopping ? undefined : this.#nextWaiting(nowMs)
    if (arrival) this.#start(client, arrival, nowMs)
    else this.#release(client)
  }
}
