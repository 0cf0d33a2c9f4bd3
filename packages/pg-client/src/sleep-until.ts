import type { Clock } from '@lakebase/workspace'

/** Not a moment sooner: a timer may wake a millisecond early. Over when the signal is aborted. */
export async function sleepUntil(clock: Clock, atMs: number, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const leftMs = atMs - clock.now()
    if (leftMs <= 0 || signal?.aborted) return
    await clock.sleep(leftMs, signal)
  }
}
