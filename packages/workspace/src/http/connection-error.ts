import { WorkspaceError } from '../workspace-error.js'
import { type Place, shown } from './place.js'

/** No byte of the request can have reached the server. */
const UNSENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])
const TIMEOUTS = new Set([
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
])
/** Node's and OpenSSL's codes of a certificate that is not trusted, or of a handshake that failed. */
const TLS =
  /^(?:CERT_|CRL_|DEPTH_ZERO|ERR_SSL|ERR_TLS|HOSTNAME_MISMATCH|INVALID_CA|SELF_SIGNED|UNABLE_TO_|UND_ERR_PRX_TLS)/

/** Says why no answer came back. Errors that are told already, and reasons of the signal, pass through. */
export function connectionError(
  error: unknown,
  host: string,
  place: Place,
  signal: AbortSignal,
): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof WorkspaceError || !(error instanceof Error)) return error
  const code = codeOf(error)
  const { hostname } = new URL(host)
  const options = { cause: error }
  if (TLS.test(code)) {
    const message = `${shown(place)}: the certificate of ${hostname} is not trusted (${code})`
    const hint =
      'If a private authority signed it, pass its certificate as ca or set NODE_EXTRA_CA_CERTS; it is not skipped.'
    return new WorkspaceError('TLS', message, { ...place, sent: 'no', hint }, options)
  }
  const sent = UNSENT.has(code) ? 'no' : 'maybe'
  if (TIMEOUTS.has(code)) {
    const what = sent === 'no' ? `no connection to ${hostname}` : 'no answer'
    const message = `${shown(place)}: ${what} in time (${code})`
    return new WorkspaceError('TIMEOUT', message, { ...place, sent }, options)
  }
  const hint =
    code === 'ENOTFOUND'
      ? 'Check the host, the network, and HTTPS_PROXY if there is a proxy.'
      : undefined
  const message = `${shown(place)}: the connection to ${hostname} failed (${code})`
  return new WorkspaceError('NETWORK', message, { ...place, sent, ...(hint && { hint }) }, options)
}

function codeOf(error: Error): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  if (inner instanceof Error && 'code' in inner) return String(inner.code)
  return 'code' in error ? String(error.code) : error.name
}
