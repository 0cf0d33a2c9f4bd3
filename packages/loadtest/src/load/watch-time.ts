import type { Pool } from './pool.js'

/** A server that is asked to cancel and says nothing for so long is gone. */
const GRACE_MS = 5000

/** Has the server cancel what takes too long; looks every `everyMs`. Returns how to end the watch. */
export function watchTime(pool: Pool, timeoutMs: number): () => void {
  const everyMs = Math.min(100, Math.max(5, timeoutMs / 20))
  const timer = setInterval(() => {
    const nowMs = pool.now()
    for (const client of pool.clients) {
      const { sentMs } = client
      // Not a number: nothing is under way.
      if (!(nowMs - sentMs >= timeoutMs)) continue
      if (client.cancelledFor === undefined) {
        client.cancelledFor = 'timeout'
        client.session?.cancel()
      } else if (nowMs - sentMs > timeoutMs + GRACE_MS)
        client.session?.destroy(`no answer to a request to cancel within ${GRACE_MS} ms`)
    }
  }, everyMs)
  return () => clearInterval(timer)
}
