import type { Target } from '../target.js'
import { cancelRequest } from './protocol/messages.js'
import { openSocket } from './socket/open-socket.js'

/**
 * Asks the server to cancel what another connection runs, over a connection of its own, in TLS when that
 * one is. Resolves when the server has passed it on: it closes the connection then, and says nothing.
 */
export async function cancelOnServer(
  target: Target,
  key: Buffer,
  timeoutMs: number,
): Promise<void> {
  const { socket } = await openSocket(target, timeoutMs, () => undefined)
  await new Promise<void>((resolve) => {
    socket.setTimeout(timeoutMs, () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('end', () => socket.destroy())
    socket.on('close', () => resolve())
    socket.write(cancelRequest(key))
    socket.resume()
  })
}
