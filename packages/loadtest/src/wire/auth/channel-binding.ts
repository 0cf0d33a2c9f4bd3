import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** OIDs of signature algorithms, as DER has them behind their tag, and the hash that each asks for. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
])

/**
 * `tls-server-end-point` of RFC 5929: a hash of the server's certificate, with which a login cannot be
 * passed on to another server. Undefined without TLS, and for a signature whose hash is not known.
 */
export function channelBinding(socket: Socket): Buffer | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  const { raw } = socket.getPeerCertificate()
  if (raw === undefined) return undefined
  const hash = signatureHash(raw)
  return hash === undefined ? undefined : createHash(hash).update(raw).digest()
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { OID, … }, signature } */
function signatureHash(certificate: Buffer): string | undefined {
  const body = element(certificate, 0)
  const tbs = body && element(certificate, body.start)
  const algorithm = tbs && element(certificate, tbs.end)
  const oid = algorithm && element(certificate, algorithm.start)
  return oid && HASHES.get(certificate.toString('hex', oid.start, oid.end))
}

/** Where the content of the DER element at `at` lies. */
function element(der: Buffer, at: number): { start: number; end: number } | undefined {
  const first = der[at + 1]
  if (first === undefined) return undefined
  if (first < 0x80) return { start: at + 2, end: at + 2 + first }
  const digits = first - 0x80
  if (digits < 1 || digits > 4 || at + 2 + digits > der.length) return undefined
  const start = at + 2 + digits
  return { start, end: start + der.readUIntBE(at + 2, digits) }
}
