import type { Duplex } from 'node:stream'

/** The next `count` bytes; undefined when the stream ends before. */
export async function readBytes(stream: Duplex, count: number): Promise<Buffer | undefined> {
  // A read of nothing is no read to Node.
  if (count === 0) return Buffer.alloc(0)
  for (;;) {
    const bytes: unknown = stream.read(count)
    if (Buffer.isBuffer(bytes)) return bytes.length === count ? bytes : undefined
    if (stream.readableEnded || stream.destroyed) return undefined
    await change(stream)
  }
}

function change(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const events = ['readable', 'end', 'close', 'error'] as const
    const done = () => {
      for (const event of events) stream.off(event, done)
      resolve()
    }
    for (const event of events) stream.on(event, done)
  })
}
