import type { Clock } from '@lakebase/workspace'
import { sleepUntil } from '../sleep-until.js'
import type { MintedToken, MintToken } from './rotating-token.js'

export interface FirstTokenOptions {
  readonly mint: MintToken
  readonly clock: Clock
  /** Of one request. */
  readonly timeoutMs: number
  /** A request that is silent this long gets another one beside it. */
  readonly hedgeMs: number
  /** Whether somebody waits, so that another request is worth it. */
  readonly isUrgent: () => boolean
  /** A request has gone out. */
  readonly onStart: () => void
}

export interface FirstToken {
  readonly minted: MintedToken
  /** When it was asked for: it is no younger than that. */
  readonly askedAtMs: number
}

/**
 * Asks for a token, and while there is no answer asks again beside it: a request that hangs must not hold up
 * the next one. The first answer ends the others; it fails when none is left under way.
 */
export function firstToken(options: FirstTokenOptions): Promise<FirstToken> {
  const { clock, hedgeMs, isUrgent, onStart } = options
  const over = new AbortController()
  let running = 0
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      over.abort()
      how()
    }
    const start = () => {
      running++
      const askedAtMs = clock.now()
      const asked = askOnce(options, over.signal)
      onStart()
      asked.then(
        (minted) => settle(() => resolve({ minted, askedAtMs })),
        (error) => {
          running--
          if (running === 0) settle(() => reject(error))
        },
      )
    }
    const hedge = async () => {
      while (!over.signal.aborted) {
        await sleepUntil(clock, clock.now() + hedgeMs, over.signal)
        if (!over.signal.aborted && isUrgent()) start()
      }
    }
    start()
    void hedge()
  })
}

/** The request is told that it is over, and not waited for: it may not listen. */
async function askOnce(
  { mint, clock, timeoutMs }: FirstTokenOptions,
  over: AbortSignal,
): Promise<MintedToken> {
  const late = new AbortController()
  const asked = new AbortController()
  const timeout = clock.sleep(timeoutMs, AbortSignal.any([over, asked.signal])).then(() => {
    const error = new Error(`no answer within ${timeoutMs} ms`)
    late.abort(error)
    throw error
  })
  timeout.catch(() => undefined)
  try {
    return await Promise.race([mint({ signal: AbortSignal.any([over, late.signal]) }), timeout])
  } finally {
    asked.abort()
  }
}
