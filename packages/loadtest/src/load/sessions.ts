import type { Driver, Failure, Session } from '../driver/session.js'
import type { Recorder } from '../record/recorder.js'
import type { Client } from './client.js'
import { openAll } from './open-all.js'
import { reconnect, tryToOpen } from './reconnect.js'

export interface SessionsOptions {
  readonly driver: Driver
  readonly recorder: Recorder
  readonly clients: readonly Client[]
  /** A client has a session, for the first time or again. */
  readonly onOpen: (client: Client) => void
  /** A client that ran nothing has lost its session. */
  readonly onIdleLost: (client: Client) => void
}

/** Gives clients their sessions, and new ones for those that are lost. */
export class Sessions {
  readonly #options: SessionsOptions
  readonly #stop = new AbortController()

  constructor(options: SessionsOptions) {
    this.#options = options
  }

  /** Opens all; those that fail are tried again while the others work. */
  async open(): Promise<void> {
    const { clients, driver, recorder } = this.#options
    await openAll(clients, async (client) => {
      const session = await tryToOpen(driver, recorder)
      if (session) this.#give(client, session)
      else void this.reopen(client)
    })
  }

  async reopen(client: Client): Promise<void> {
    const { driver, recorder } = this.#options
    const session = await reconnect(driver, recorder, this.#stop.signal)
    if (session) this.#give(client, session)
  }

  /** Opens none any more. */
  stop(): void {
    this.#stop.abort()
  }

  async close(): Promise<void> {
    this.stop()
    await Promise.all(
      this.#options.clients.map(async (client) => {
        const { session } = client
        client.session = undefined
        if (session) session.onLost = undefined
        await session?.close()
      }),
    )
  }

  #give(client: Client, session: Session): void {
    client.session = session
    session.onLost = (failure) => this.#lost(client, failure)
    this.#options.onOpen(client)
  }

  #lost(client: Client, failure: Failure): void {
    if (client.busy) {
      client.lost(failure)
      return
    }
    client.session = undefined
    this.#options.onIdleLost(client)
    void this.reopen(client)
  }
}
