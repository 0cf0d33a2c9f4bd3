import { connect, isIP, type Socket } from 'node:net'
import {
  createSecureContext,
  rootCertificates,
  type SecureContext,
  connect as tlsConnect,
} from 'node:tls'
import { LakebaseError } from '../lakebase-error.js'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface TlsOptions {
  /**
   * `verify-full`: the certificate is of a known authority and for this host. `off`: no TLS, for a
   * server on this machine.
   */
  readonly mode: 'off' | 'verify-full'
  /** PEM of private authorities, trusted beside the usual ones. */
  readonly ca?: string
  /** The name that the certificate must be for. Default: the host. */
  readonly servername?: string
}

/** SSLRequest of the protocol: length 8, code 80877103. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])

/** A socket that is ready for Postgres' first message: connected, in TLS, and its certificate verified. */
export async function openSocket(
  address: Address,
  tls: TlsOptions,
  timeoutMs: number,
): Promise<Socket> {
  const socket = connect({
    ...address,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 30_000,
  })
  const timer = setTimeout(() => {
    const error = new Error(`${address.host}:${address.port} gave no answer within ${timeoutMs} ms`)
    socket.destroy(Object.assign(error, { code: 'ETIMEDOUT' }))
  }, timeoutMs)
  try {
    await ready(socket, 'connect')
    if (tls.mode === 'off') return socket
    socket.write(SSL_REQUEST)
    await expectYes(socket, address)
    return await secure(socket, address, tls)
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function expectYes(socket: Socket, { host }: Address): Promise<void> {
  const [answer]: Buffer = await new Promise((resolve, reject) => {
    socket.once('data', (bytes) => {
      socket.pause()
      resolve(bytes)
    })
    ready(socket, 'data').catch(reject)
  })
  if (answer === 0x53) return
  const message = `${host} does not speak TLS, and a token is not sent without. Is this a Lakebase host?`
  throw Object.assign(new Error(message), { code: 'TLS_REFUSED' })
}

async function secure(socket: Socket, { host }: Address, tls: TlsOptions): Promise<Socket> {
  const servername = tls.servername ?? host
  const secured = tlsConnect({
    socket,
    host: servername,
    rejectUnauthorized: true,
    ...(isIP(servername) === 0 && { servername }),
    secureContext: trustOf(tls.ca),
  })
  try {
    await ready(secured, 'secureConnect')
    return secured
  } catch (error) {
    secured.destroy()
    throw error
  }
}

const trust = new Map<string | undefined, SecureContext>()

/** Reading the 150 usual certificates takes as long as a login, so it is done once. */
function trustOf(ca: string | undefined): SecureContext {
  const known = trust.get(ca)
  if (known) return known
  const context = createSecureContext({
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
  })
  trust.set(ca, context)
  return context
}

/** Resolves at the event; rejects when the socket fails or ends before. */
function ready(socket: Socket, event: 'connect' | 'data' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      socket.off(event, good).off('error', settle).off('close', closed)
      if (error) reject(error)
      else resolve()
    }
    const good = () => settle()
    const closed = () =>
      settle(Object.assign(new Error('closed by the server'), { code: 'ECONNRESET' }))
    // Errors after this one has settled belong to nobody: they end in the 'close' that follows.
    socket
      .once(event, good)
      .once('error', settle)
      .once('close', closed)
      .on('error', () => undefined)
  })
}

const TLS_FAULT =
  /^(ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|TLS_REFUSED)/

/** A server that is not who it should be: asking again is no cure. */
export function isTlsRefusal(code: string | undefined): boolean {
  return code !== undefined && TLS_FAULT.test(code)
}

export function tlsError(error: unknown, place: string): LakebaseError {
  const reason = error instanceof Error ? error.message : 'TLS failed'
  return new LakebaseError('CONNECT', `${place} was not trusted: ${reason}`, { sent: 'no' }, error)
}
