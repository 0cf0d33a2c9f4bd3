import { randomUUID } from 'node:crypto'
import { generate } from 'selfsigned'

/** A server certificate for localhost and 127.0.0.1, and the throw-away CA that signed it. All PEM. */
export interface ServerIdentity {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

let stranger: Promise<ServerIdentity> | undefined

/** An identity that no client has a reason to trust; one for the whole process, for it takes 25 ms. */
export function strangerIdentity(): Promise<ServerIdentity> {
  stranger ??= createServerIdentity()
  return stranger
}

/** Makes a new CA and a certificate of it, in memory; nothing is written, nothing outlives the test. */
export async function createServerIdentity(): Promise<ServerIdentity> {
  // A name of its own: two CAs of one name would be a bad signature to a client, not an unknown CA.
  const ca = await generate([{ name: 'commonName', value: `Test CA ${randomUUID()}` }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { ca: ca.cert, cert: leaf.cert, key: leaf.private }
}
