import type { Server as HttpServer } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSecureContext, TLSSocket } from 'node:tls'
import type { ServerIdentity } from './certificates.js'

/** Between the end of a socket here and the moment at which the other end's event loop has read it. */
const NOTICE_MS = 10

/** What becomes of a connection just accepted. */
export type Welcome = 'serve' | 'close' | 'ignore' | ServerIdentity

export interface FrontDoor {
  readonly port: number
  /** Cuts every open connection; settles when a client in this process has noticed. */
  readonly cutConnections: () => Promise<void>
  /** Stops listening at once: the kernel refuses connections until `reopen`. */
  readonly shut: () => void
  readonly reopen: () => Promise<void>
  /** Sends a TCP reset in place of an orderly end. */
  readonly reset: (socket: Socket) => void
  readonly close: () => Promise<void>
}

/**
 * Listens on 127.0.0.1 and hands connections to an HTTP server that does not listen itself. The two
 * are apart because a fault may strike before TLS, or need the TCP socket beneath TLS.
 */
export async function openFrontDoor(
  http: HttpServer,
  identity: ServerIdentity | undefined,
  welcome: () => Welcome,
): Promise<FrontDoor> {
  const open = new Set<Socket>()
  const beneath = new WeakMap<Socket, Socket>()
  const door = createServer((raw) => {
    open.add(raw)
    raw.on('close', () => open.delete(raw))
    raw.on('error', () => raw.destroy())
    const decision = welcome()
    if (decision === 'close') raw.destroy()
    // Read and thrown away, so that the end of the client is noticed.
    if (decision === 'ignore') raw.resume()
    if (decision === 'close' || decision === 'ignore') return
    const served = decision === 'serve' ? identity : decision
    if (served === undefined) {
      http.emit('connection', raw)
      return
    }
    const secure = wrapInTls(raw, served)
    beneath.set(secure, raw)
    secure.once('secure', () => http.emit('connection', secure))
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      door.once('error', reject)
      door.listen(port, '127.0.0.1', () => {
        door.off('error', reject)
        resolve()
      })
    })
  await listen(0)
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  const cutConnections = async () => {
    const sockets = [...open]
    if (sockets.length === 0) return
    for (const socket of sockets) socket.destroy()
    await Promise.all(sockets.map((socket) => new Promise((end) => socket.once('close', end))))
    await sleep(NOTICE_MS)
  }
  return {
    port: address.port,
    cutConnections,
    shut: () => void door.close(),
    reopen: () => (door.listening ? Promise.resolve() : listen(address.port)),
    reset: (socket) => void (beneath.get(socket) ?? socket).resetAndDestroy(),
    close: async () => {
      if (door.listening) door.close()
      await cutConnections()
    },
  }
}

function wrapInTls(raw: Socket, { cert, key }: ServerIdentity): TLSSocket {
  const secure = new TLSSocket(raw, {
    isServer: true,
    secureContext: createSecureContext({ cert, key, minVersion: 'TLSv1.2' }),
    ALPNProtocols: ['http/1.1'],
  })
  secure.on('error', () => raw.destroy())
  return secure
}
