import type { TLSSocket } from 'node:tls'
import type { Receive } from './open-socket.js'
import type { StreamHandle } from './stream-handle.js'

/**
 * Hands over what a TLS socket reads. Node takes `onread`, a buffer that is used again, only for sockets
 * that it connects itself; ours has spoken to the server before TLS began. The same fields that `onread`
 * sets are set here, which spares an allocation and a stream a record (a third of the client's time);
 * where they are not found the stream's own `data` brings the same bytes, only slower: a reading of Node's insides
 * must not decide whether there is a connection, and `test/engine/sockets.test.ts` runs both ways.
 */
export function readIntoBuffer(
  { socket, handle }: { socket: TLSSocket; handle: StreamHandle | undefined },
  buffer: Buffer,
  receive: Receive,
): void {
  const bufferField = fieldOf(socket, 'kBuffer')
  const callbackField = fieldOf(socket, 'kBufferCb')
  if (handle === undefined || bufferField === undefined || callbackField === undefined) {
    socket.on('data', (chunk: Buffer) => receive(chunk, chunk.length))
    return
  }
  Reflect.set(socket, bufferField, buffer)
  Reflect.set(socket, callbackField, (length: number) => {
    receive(buffer, length)
    return true
  })
  handle.useUserBuffer(buffer)
  socket.resume()
}

function fieldOf(socket: TLSSocket, name: string): symbol | undefined {
  return Object.getOwnPropertySymbols(socket).find((symbol) => symbol.description === name)
}
