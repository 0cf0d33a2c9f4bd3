import { randomUUID } from 'node:crypto'
import { generate } from 'selfsigned'

/** A server certificate for localhost and 127.0.0.1, and the throw-away CA that signed it. All PEM. */
export interface ServerIdentity {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

/** With one more of the same CA, for `elsewhere.example`. */
export interface ServerIdentities extends ServerIdentity {
  readonly misnamed: ServerIdentity
}

let stranger: Promise<ServerIdentity> | undefined

/** An identity that no client has a reason to trust; one for the whole process, for it takes 25 ms. */
export function strangerIdentity(): Promise<ServerIdentity> {
  stranger ??= createServerIdentity()
  return stranger
}

/** Makes a new CA and certificates of it, in memory; nothing is written, nothing outlives the test. */
export async function createServerIdentity(): Promise<ServerIdentities> {
  // A name of its own: two CAs of one name would be a bad signature to a client, not an unknown CA.
  const ca = await generate([{ name: 'commonName', value: `Test CA ${randomUUID()}` }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const authority = { key: ca.private, cert: ca.cert }
  const [own, misnamed] = await Promise.all([
    signed(authority, [
      { type: 2, value: 'localhost' },
      { type: 7, ip: '127.0.0.1' },
    ]),
    signed(authority, [{ type: 2, value: 'elsewhere.example' }]),
  ])
  return { ...own, misnamed }
}

type Names =
  | { readonly type: 2; readonly value: string }
  | { readonly type: 7; readonly ip: string }

async function signed(
  ca: { readonly key: string; readonly cert: string },
  altNames: readonly Names[],
): Promise<ServerIdentity> {
  const leaf = await generate([{ name: 'commonName', value: 'Test server' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...altNames] },
    ],
  })
  return { ca: ca.cert, cert: leaf.cert, key: leaf.private }
}
