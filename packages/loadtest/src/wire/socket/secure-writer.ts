import type { Socket } from 'node:net'
import type { Write } from './socket-writer.js'
import type { StreamHandle } from './stream-handle.js'
import { writeFailed } from './write-failed.js'
import type { NewWriteRequest } from './write-request.js'

/**
 * TLS takes one write at a time, and has encrypted it when it returns. It would say when it may have the next,
 * which costs as much as the write: asked for nothing, it does not, and its queue is empty by then. The server's
 * answer comes later than that, so nearly no write has to wait.
 */
export function secureWriter(
  socket: Socket,
  handle: StreamHandle,
  NewRequest: NewWriteRequest,
): Write {
  const request = new NewRequest()
  let waiting: Buffer[] = []
  const flush = () => {
    if (socket.destroyed) return
    if (handle.writeQueueSize !== 0) {
      setImmediate(flush)
      return
    }
    const bytes = Buffer.concat(waiting)
    waiting = []
    write(bytes)
  }
  const write = (bytes: Buffer) => {
    if (waiting.length > 0 || handle.writeQueueSize !== 0) {
      if (waiting.push(Buffer.from(bytes)) === 1) setImmediate(flush)
      return
    }
    const status = handle.writeBuffer(request, bytes)
    if (status !== 0) writeFailed(socket, status)
  }
  return write
}
