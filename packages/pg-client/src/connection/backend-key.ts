import type { Socket } from 'node:net'
import { type Address, openSocket, type TlsOptions } from './open-socket.js'

/** Messages of the server by their first byte (PostgreSQL 17, "Message Formats"). */
const BACKEND_KEY_DATA = 0x4b
const READY_FOR_QUERY = 0x5a
/** Of CancelRequest. */
const CANCEL_CODE = 80877102

/**
 * Listens along while the driver logs in, for the process and secret that a request to cancel needs. The
 * driver's own would go out in the clear.
 */
export function watchBackendKey(socket: Socket): () => Buffer | undefined {
  let seen = Buffer.alloc(0)
  let key: Buffer | undefined
  const read = (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk])
    for (let at = 0; seen.length >= at + 5; ) {
      const end = at + 1 + seen.readInt32BE(at + 1)
      if (seen.length < end) return
      if (seen[at] === BACKEND_KEY_DATA) key = Buffer.from(seen.subarray(at + 5, end))
      if (key || seen[at] === READY_FOR_QUERY) {
        socket.off('data', read)
        return
      }
      at = end
    }
  }
  socket.on('data', read)
  return () => key
}

/** The server gives no answer to it, and may come too late to it. */
export function cancelBackend(
  address: Address,
  tls: TlsOptions,
  key: Buffer | undefined,
  timeoutMs: number,
): void {
  if (key === undefined) return
  const head = Buffer.alloc(8)
  head.writeInt32BE(head.length + key.length, 0)
  head.writeInt32BE(CANCEL_CODE, 4)
  openSocket(address, tls, timeoutMs).then(
    (socket) =>
      socket.setTimeout(timeoutMs, () => socket.destroy()).end(Buffer.concat([head, key])),
    () => undefined,
  )
}
