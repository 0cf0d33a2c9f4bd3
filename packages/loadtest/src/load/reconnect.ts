import type { Driver, Session } from '../driver/session.js'
import type { Recorder } from '../record/recorder.js'
import { openFailure } from './open-failure.js'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5000

/** Opens a session, as often as it takes; undefined when the run ends before. */
export async function reconnect(
  driver: Driver,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<Session | undefined> {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs *= 2) {
    const session = await tryToOpen(driver, recorder)
    if (session && !signal.aborted) return session
    await session?.close()
    // Spread, so that all connections of a server that comes back do not come at once.
    await pause(Math.min(pauseMs, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2), signal)
  }
  return undefined
}

export async function tryToOpen(driver: Driver, recorder: Recorder): Promise<Session | undefined> {
  const startMs = performance.now()
  try {
    const session = await driver.open()
    recorder.opened((performance.now() - startMs) * 1000)
    return session
  } catch (error) {
    const { code, message } = openFailure(error)
    recorder.openFailed(code, message)
    return undefined
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
