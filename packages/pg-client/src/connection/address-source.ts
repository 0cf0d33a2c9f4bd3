import type { Clock } from '@lakebase/workspace'
import { sleepUntil } from '../sleep-until.js'
import type { ResolvedTarget } from '../target/resolve-target.js'

type AskAddress = ResolvedTarget['address']

/** Between the starts of two questions, the first of which has failed. */
const PAUSE_MS = 1000

/** Where and as whom to log in: asked for once, and after a failure at most once a second, by all together. */
export function addressSource(ask: AskAddress, clock: Clock): AskAddress {
  let asked: ReturnType<AskAddress> | undefined
  let notBeforeMs = 0
  const askNow: AskAddress = async () => {
    await sleepUntil(clock, notBeforeMs)
    notBeforeMs = clock.now() + PAUSE_MS
    return ask()
  }
  return () => {
    asked ??= askNow().catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }
}
