import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createSecureContext, TLSSocket } from 'node:tls'
import type { ServerIdentity } from '../server/certificates.js'
import type { GatewayFaults } from './gateway-fault.js'
import { readBytes } from './read-bytes.js'
import { CANCEL_REQUEST, fatalError, SSL_REQUEST, startupParameters } from './wire.js'

export type Welcome =
  | { readonly kind: 'login'; readonly stream: Duplex; readonly parameters: Map<string, string> }
  | { readonly kind: 'cancel'; readonly packet: Buffer }

export interface WelcomeOptions {
  readonly faults: GatewayFaults
  readonly identity: ServerIdentity | undefined
  readonly stranger: ServerIdentity
}

/** Everything before the password: TLS, and what the client wants. Undefined when nothing came of it. */
export async function welcome(
  socket: Socket,
  options: WelcomeOptions,
): Promise<Welcome | undefined> {
  let stream: Duplex = socket
  for (;;) {
    const head = await readBytes(stream, 8)
    const body = head && (await readBytes(stream, head.readInt32BE(0) - 8))
    if (head === undefined || body === undefined) return undefined
    const request = head.readInt32BE(4)
    if (request === CANCEL_REQUEST) return { kind: 'cancel', packet: Buffer.concat([head, body]) }
    if (request !== SSL_REQUEST) {
      if (stream !== socket || mayStartInTheClear(options)) {
        return { kind: 'login', stream, parameters: startupParameters(body) }
      }
      // Lakebase answers a start in the clear like this (databricks/cli, experimental/postgres/cmd/connect.go).
      stream.end(fatalError('08P01', `Invalid protocol version: ${request}`))
      return undefined
    }
    stream = answerTlsRequest(socket, options)
  }
}

function mayStartInTheClear({ identity, faults }: WelcomeOptions): boolean {
  return identity === undefined || faults.strike('no-tls') !== undefined
}

/** What to go on with: the stream in TLS, or the bare socket after an 'N'. */
function answerTlsRequest(socket: Socket, { identity, stranger, faults }: WelcomeOptions): Duplex {
  if (identity === undefined || faults.strike('no-tls')) {
    socket.write('N')
    return socket
  }
  socket.write('S')
  const shown = faults.strike('unknown-ca') ? stranger : identity
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext(shown),
  })
  secure.on('error', () => socket.destroy())
  return secure
}
