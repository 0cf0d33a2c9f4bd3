import { connect, isIP, type Socket } from 'node:net'
import {
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
  connect as tlsConnect,
} from 'node:tls'
import type { Target, TargetTls } from '../../target.js'
import { SSL_REQUEST } from '../protocol/messages.js'
import { WireError } from '../wire-error.js'
import { readIntoBuffer } from './read-into-buffer.js'
import { type StreamHandle, streamHandle } from './stream-handle.js'

/** Takes what came: so many bytes at the beginning of the buffer, which is used again afterwards. */
export type Receive = (buffer: Uint8Array, length: number) => void

export interface OpenSocket {
  readonly socket: Socket | TLSSocket
  readonly secure: boolean
  /** Undefined: what is sent goes through the socket. */
  readonly handle: StreamHandle | undefined
}

/**
 * One for all sockets of a thread: what was read is looked at before anything else is read. It stays in
 * the processor's cache, as one for each socket would not.
 */
const buffer = Buffer.allocUnsafeSlow(65_536)
const YES = 0x53
const KEEP_ALIVE_MS = 30_000

/** A socket that is ready for the start-up message: connected, in TLS, its certificate verified. */
export async function openSocket(
  target: Target,
  timeoutMs: number,
  receive: Receive,
  handleOf: (socket: Socket) => StreamHandle | undefined = streamHandle,
): Promise<OpenSocket> {
  const { host, port, tls } = target
  const callback = (length: number) => {
    receive(buffer, length)
    return true
  }
  const socket = connect({
    ...addressOf(host, port),
    ...(tls === false && { onread: { buffer, callback } }),
  })
  const timer = setTimeout(() => {
    const message = `${host}:${port} gave no answer within ${timeoutMs} ms.`
    socket.destroy(new WireError('TIMEOUT', message))
  }, timeoutMs)
  try {
    await happens(socket, 'connect', target)
    if (tls === false) return { socket, secure: false, handle: handleOf(socket) }
    await agreeOnTls(socket, target)
    const secured = await secure(socket, target, tls)
    const handle = handleOf(secured)
    readIntoBuffer({ socket: secured, handle }, buffer, receive)
    return { socket: secured, secure: true, handle }
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** The file of a Unix socket has the port in its name. */
function addressOf(host: string, port: number) {
  if (host.startsWith('/')) return { path: `${host}/.s.PGSQL.${port}` }
  return { host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }
}

async function agreeOnTls(socket: Socket, target: Target): Promise<void> {
  socket.write(SSL_REQUEST)
  const answer = await new Promise<Buffer>((resolve, reject) => {
    socket.once('data', (bytes) => {
      socket.pause()
      resolve(bytes)
    })
    happens(socket, 'data', target).catch(reject)
  })
  if (answer[0] !== YES)
    throw new WireError('TLS', `${target.host}:${target.port} does not speak TLS.`)
  // What follows in the clear was not sent by the server that the certificate will speak for.
  if (answer.length > 1)
    throw new WireError('TLS', `${target.host}:${target.port} sent bytes before TLS began.`)
}

async function secure(socket: Socket, target: Target, tls: TargetTls): Promise<TLSSocket> {
  const name = tls.serverName ?? target.host
  const verified = tls.mode === 'verify-full'
  const secured = tlsConnect({
    socket,
    host: name,
    rejectUnauthorized: verified,
    secureContext: trustOf(tls.ca),
    ...(isIP(name) === 0 && { servername: name }),
  })
  socket.once('error', (error) => secured.destroy(error))
  await happens(secured, 'secureConnect', target)
  return secured
}

const trusts = new Map<string | undefined, SecureContext>()

/** Made once: reading the authorities takes longer than a handshake. */
function trustOf(ca: string | undefined): SecureContext {
  const known = trusts.get(ca)
  if (known) return known
  const trust = createSecureContext({
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
  })
  trusts.set(ca, trust)
  return trust
}

/** An event, or the reason why it will not come. */
function happens(socket: Socket | TLSSocket, event: string, target: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const address = `${target.host}:${target.port}`
    const done = () => {
      socket.off('error', failed).off('close', closed).off(event, done)
      resolve()
    }
    const failed = (error: Error) => reject(connectError(error, address))
    const closed = () =>
      reject(new WireError('CONNECTION', `${address} closed the connection while it was opened.`))
    socket.on('error', failed).on('close', closed).on(event, done)
  })
}

function connectError(error: Error, address: string): WireError {
  if (error instanceof WireError) return error
  const code = 'code' in error ? String(error.code) : ''
  const ofCertificate = /CERT|ALTNAME|SELF_SIGNED|SSL|TLS|ISSUER|LEAF/.test(code)
  return ofCertificate
    ? new WireError('TLS', `The certificate of ${address} does not hold: ${error.message}.`, {
        cause: error,
      })
    : new WireError('CONNECTION', `${address} cannot be reached: ${error.message || code}.`, {
        cause: error,
      })
}
