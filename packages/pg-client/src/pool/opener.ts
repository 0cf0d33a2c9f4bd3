import { isTokenFailure } from '../connection/connect-failure.js'
import type { Connect, Connection } from '../connection/connection.js'
import type { Emit } from '../event.js'
import { codeOf } from '../lakebase-error.js'
import { type Demand, type TryScheduleOptions, trySchedule } from './try-schedule.js'

/** Tries that hang may be so many beyond `max`: at one each half second they outlast a connect timeout. */
const HANGING_TRIES = 20

export interface OpenerOptions extends TryScheduleOptions {
  readonly emit: Emit
  /** Waits for what a login needs. While it does, another try would only wait beside it. */
  readonly prepare: () => Promise<Connect>
  readonly demand: () => Pick<Demand, 'open' | 'waiting'>
  readonly opened: (connection: Connection) => void
  readonly lost: (connection: Connection) => void
  readonly failed: (error: unknown) => void
}

/** Opens connections while somebody waits for one. */
export interface Opener {
  /** Looks whether one is wanted that may be opened now. */
  readonly pump: () => void
  readonly counts: () => {
    readonly connecting: number
    readonly opened: number
    readonly failedConnects: number
  }
  /** Why the last try failed; undefined after a success. */
  readonly lastFailure: () => unknown
  readonly stop: () => void
}

export function createOpener(options: OpenerOptions): Opener {
  const { clock, max, emit, prepare, demand } = options
  const schedule = trySchedule(options)
  let connecting = 0
  let preparing = 0
  let opened = 0
  let failedConnects = 0
  let lastFailure: unknown
  let timer: NodeJS.Timeout | undefined

  function pump(): void {
    for (;;) {
      const { open, waiting } = demand()
      if (waiting === 0 || open >= max || connecting >= max + HANGING_TRIES) return
      const delayMs = schedule.nextInMs({ open, waiting, connecting, preparing })
      if (delayMs === undefined) return
      if (delayMs > 0) {
        clearTimeout(timer)
        timer = setTimeout(pump, Math.max(1, delayMs))
        return
      }
      void openOne()
    }
  }

  async function openOne(): Promise<void> {
    connecting++
    const startMs = clock.now()
    try {
      const connection = await connect()
      connecting--
      schedule.succeeded()
      lastFailure = undefined
      opened++
      emit({ type: 'connection.open', ms: clock.now() - startMs })
      options.opened(connection)
    } catch (error) {
      connecting--
      failedConnects++
      lastFailure = error
      const delayMs = schedule.failed(isTokenFailure(error))
      const failures = schedule.failures()
      emit({ type: 'connect.retry', code: codeOf(error), failures, delayMs })
      options.failed(error)
    }
    pump()
  }

  async function connect(): Promise<Connection> {
    preparing++
    const login = await prepare().finally(() => {
      preparing--
    })
    schedule.tried()
    // Should this one hang, the next does not wait for it.
    pump()
    return login(options.lost)
  }

  return {
    pump,
    counts: () => ({ connecting, opened, failedConnects }),
    lastFailure: () => lastFailure,
    stop: () => clearTimeout(timer),
  }
}
