import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Receive } from './open-socket.js'

/**
 * Hands over what a TLS socket reads. Node takes `onread`, a buffer that is used again, only for sockets
 * that it connects itself; ours has spoken to the server before TLS began. The same fields that `onread`
 * sets are set here, which spares an allocation and a stream a record (a third of the client's time);
 * on a Node where they are not found, the data comes as any stream's.
 */
export function readIntoBuffer(socket: TLSSocket, buffer: Buffer, receive: Receive): void {
  const handle: unknown = Reflect.get(socket, '_handle')
  const bufferField = fieldOf(socket, 'kBuffer')
  const callbackField = fieldOf(socket, 'kBufferCb')
  if (bufferField && callbackField && isBufferReader(handle)) {
    Reflect.set(socket, bufferField, buffer)
    Reflect.set(socket, callbackField, (length: number) => {
      receive(buffer, length)
      return true
    })
    handle.useUserBuffer(buffer)
    socket.resume()
    return
  }
  socket.on('data', (chunk: Buffer) => receive(chunk, chunk.length))
}

function fieldOf(socket: Socket, name: string): symbol | undefined {
  return Object.getOwnPropertySymbols(socket).find((symbol) => symbol.description === name)
}

function isBufferReader(
  handle: unknown,
): handle is { readonly useUserBuffer: (buffer: Buffer) => void } {
  return (
    typeof handle === 'object' &&
    handle !== null &&
    'useUserBuffer' in handle &&
    typeof handle.useUserBuffer === 'function'
  )
}
