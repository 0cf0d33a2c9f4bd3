import { generate } from 'selfsigned'

export interface Certificates {
  /** Of the authority, PEM. */
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

/** A throw-away authority and a certificate of it for a name and an address. */
export async function certificatesFor(name: string, ip: string): Promise<Certificates> {
  const options = { keyType: 'ec', algorithm: 'sha256' } as const
  const authority = await generate([{ name: 'commonName', value: `Authority of ${name}` }], {
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const leaf = await generate([{ name: 'commonName', value: name }], {
    ...options,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: name },
          { type: 7, ip },
        ],
      },
    ],
  })
  return { ca: authority.cert, certificate: leaf.cert, key: leaf.private }
}
