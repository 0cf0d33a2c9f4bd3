import { type Io, interruptible } from '@lakebase/cli-kit'
import type { Interruption } from './run-exit.js'

/** Work that, when it is broken off, still has a result: what there was up to then. */
export async function catchInterruption<T>(
  io: Pick<Io, 'onInterrupt'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly result: T; readonly interruption?: Interruption }> {
  let interruption: Interruption | undefined
  const onInterrupt: Io['onInterrupt'] = (listener) =>
    io.onInterrupt((name) => {
      interruption = name === 'SIGINT' ? 130 : 143
      listener(name)
    })
  const result = await interruptible({ onInterrupt }, work)
  return { result, ...(interruption !== undefined && { interruption }) }
}
