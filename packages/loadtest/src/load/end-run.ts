import type { Pool } from './pool.js'

/** How long the server may take to say that it has cancelled. */
const CANCEL_MS = 2000

/** Lets what runs end, and cancels what has not ended in time. */
export async function endRun(pool: Pool, finishMs: number): Promise<void> {
  pool.stop()
  if (await within(finishMs, pool.idle())) return
  for (const client of pool.clients) {
    if (!client.busy) continue
    client.cancelledFor ??= 'interrupted'
    client.session?.cancel()
  }
  if (await within(CANCEL_MS, pool.idle())) return
  for (const client of pool.clients) if (client.busy) client.session?.destroy('the run has ended')
  await pool.idle()
}

export async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
