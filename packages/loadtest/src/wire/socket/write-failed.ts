import type { Socket } from 'node:net'

/** `status` is the negative number of the system's error. */
export function writeFailed(socket: Socket, status: number): void {
  socket.destroy(new Error(`writing failed with system error ${-status}`))
}
