import type { OpenSocket } from './open-socket.js'
import { plainWriter } from './plain-writer.js'
import { learnWriteRequest, writeRequestClass } from './write-request.js'

/** Sends bytes; they must stay as they are until the server has answered to them. */
export type Write = (bytes: Buffer) => void

/**
 * Writes past the stream, straight to the handle below it; where that is not to be had, by the stream. So does TLS:
 * it takes one write at a time and ends the process at a second one, which the stream alone knows to avoid.
 */
export function socketWriter({ socket, secure, handle }: OpenSocket): Write {
  if (handle === undefined || secure) return (bytes) => void socket.write(bytes)
  let direct: Write | undefined
  return (bytes) => {
    const Request = writeRequestClass()
    if (direct) direct(bytes)
    else if (Request) {
      direct = plainWriter(socket, handle, Request)
      direct(bytes)
    } else {
      learnWriteRequest(handle)
      socket.write(bytes)
    }
  }
}
