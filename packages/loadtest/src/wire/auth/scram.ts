import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { WireError } from '../wire-error.js'

/** What binds the login to this very TLS connection (RFC 5929, tls-server-end-point). */
export type ChannelBinding = Buffer

export interface ScramLogin {
  readonly mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-256-PLUS'
  readonly first: string
  /** The answer to the server's challenge. */
  answer(challenge: string): Promise<string>
  /** @throws WireError when the server does not know the password either. */
  verify(final: string): void
}

const pbkdf2Async = promisify(pbkdf2)
/** All connections of a user have one salt: the slow part is computed once. */
const saltedPasswords = new Map<string, Promise<Buffer>>()
const KEPT_PASSWORDS = 16

/** A login by SCRAM-SHA-256 (RFC 5802, RFC 7677); the name of the user is that of the start-up. */
export function scramLogin(
  password: string,
  binding?: ChannelBinding,
  nonce = randomBytes(18).toString('base64'),
): ScramLogin {
  const header = binding ? 'p=tls-server-end-point,,' : 'n,,'
  const firstBare = `n=,r=${nonce}`
  let expected: Buffer | undefined
  return {
    mechanism: binding ? 'SCRAM-SHA-256-PLUS' : 'SCRAM-SHA-256',
    first: header + firstBare,
    answer: async (challenge) => {
      const { r: fullNonce, s: salt, i: iterations } = attributes(challenge)
      if (
        !fullNonce?.startsWith(nonce) ||
        fullNonce === nonce ||
        !salt ||
        !(Number(iterations) > 0)
      )
        throw refused('its challenge does not answer the login')
      const salted = await saltedPassword(password, salt, Number(iterations))
      const clientKey = hmac(salted, 'Client Key')
      const bound = Buffer.concat([Buffer.from(header), binding ?? Buffer.alloc(0)])
      const finalBare = `c=${bound.toString('base64')},r=${fullNonce}`
      const authMessage = `${firstBare},${challenge},${finalBare}`
      const signature = hmac(createHash('sha256').update(clientKey).digest(), authMessage)
      const proof = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] ?? 0)))
      expected = hmac(hmac(salted, 'Server Key'), authMessage)
      return `${finalBare},p=${proof.toString('base64')}`
    },
    verify: (final) => {
      const signature = Buffer.from(attributes(final).v ?? '', 'base64')
      if (signature.length !== expected?.length || !timingSafeEqual(signature, expected))
        throw refused('it does not know the password itself')
    },
  }
}

function saltedPassword(password: string, salt: string, iterations: number): Promise<Buffer> {
  const key = createHash('sha256').update(`${iterations} ${salt} ${password}`).digest('base64')
  const known = saltedPasswords.get(key)
  if (known !== undefined) return known
  if (saltedPasswords.size >= KEPT_PASSWORDS) saltedPasswords.clear()
  // SASLprep: what it maps are rare characters; without one the password stands as it is.
  const prepared = password.normalize('NFKC')
  const made = pbkdf2Async(prepared, Buffer.from(salt, 'base64'), iterations, 32, 'sha256')
  saltedPasswords.set(key, made)
  return made
}

function attributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(text.split(',').map((part) => [part[0] ?? '', part.slice(2)]))
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function refused(why: string): WireError {
  return new WireError('AUTHENTICATION', `The server does not prove who it is: ${why}.`)
}
