import type { Socket } from 'node:net'
import type { Write } from './socket-writer.js'
import type { StreamHandle, WriteRequest } from './stream-handle.js'
import { writeFailed } from './write-failed.js'
import type { NewWriteRequest } from './write-request.js'

export function plainWriter(
  socket: Socket,
  handle: StreamHandle,
  NewRequest: NewWriteRequest,
): Write {
  const oncomplete = (status: number) => {
    if (status < 0) writeFailed(socket, status)
  }
  const make = (): WriteRequest => Object.assign(new NewRequest(), { oncomplete })
  let request = make()
  return (bytes) => {
    // On a socket that is gone this fails, too, and there is nothing left to destroy.
    const status = handle.writeBuffer(request, bytes)
    if (status !== 0) writeFailed(socket, status)
    // Taken by the kernel at once, as nearly always: the request was not needed and is as good as new.
    else if (handle.writeQueueSize !== 0) {
      // Keeps alive what the kernel has not taken yet.
      request.bytes = bytes
      request = make()
    }
  }
}
