import type { Target } from '../../target.js'
import type { Connection } from '../connection.js'
import type { ExchangeQueue } from '../exchange-queue.js'
import { AUTHENTICATION } from '../protocol/message-types.js'
import { password, saslInitial, saslResponse } from '../protocol/messages.js'
import { readTexts } from '../protocol/texts.js'
import { serverError, WireError } from '../wire-error.js'
import { channelBinding } from './channel-binding.js'
import { md5Answer } from './md5.js'
import { type ScramLogin, scramLogin } from './scram.js'

/** Codes of AuthenticationXXX (PostgreSQL 17, "Message Formats"). */
const OK = 0
const CLEARTEXT = 3
const MD5 = 5
const SASL = 10
const SASL_CONTINUE = 11
const SASL_FINAL = 12

interface Login {
  readonly connection: Connection
  readonly target: Target
  scram?: ScramLogin
  /** The server has shown that it knows the password too; only SCRAM asks that of it. */
  proven: boolean
}

/** Proves who we are, as the server asks for it. @throws WireError */
export async function authenticate(
  connection: Connection,
  queue: ExchangeQueue,
  target: Target,
): Promise<void> {
  const login: Login = { connection, target, proven: true }
  for (;;) {
    const request = await authenticationRequest(queue)
    const kind = request.readInt32BE(0)
    if (kind === OK && login.proven) return
    await answer(login, kind, request.subarray(4))
  }
}

async function answer(login: Login, kind: number, rest: Buffer): Promise<void> {
  const { connection, target, scram } = login
  if (kind === CLEARTEXT) connection.send(password(await clearText(connection, target)))
  else if (kind === MD5)
    connection.send(password(md5Answer(target.user, await secretOf(target), rest)))
  else if (kind === SASL) {
    login.scram = await beginScram(connection, target, readTexts(rest, 0, rest.length))
    login.proven = false
    connection.send(saslInitial(login.scram.mechanism, login.scram.first))
  } else if (kind === SASL_CONTINUE && scram)
    connection.send(saslResponse(await scram.answer(rest.toString())))
  else if (kind === SASL_FINAL && scram) {
    scram.verify(rest.toString())
    login.proven = true
  } else throw unknownRequest(kind)
}

function unknownRequest(kind: number): WireError {
  const known = 'only passwords (SCRAM-SHA-256, MD5, clear text) are known here'
  return new WireError(
    'AUTHENTICATION',
    `The server asks for authentication ${kind}, and ${known}.`,
  )
}

async function authenticationRequest(queue: ExchangeQueue): Promise<Buffer> {
  for (;;) {
    const answer = await queue.next()
    if (answer.kind === 'error') throw serverError(answer.error)
    if (answer.kind === 'message' && answer.type === AUTHENTICATION) return answer.body
  }
}

/** A token is all that an intruder needs: it never goes out in the clear, but to this very machine. */
async function clearText(connection: Connection, target: Target): Promise<string> {
  const local = /^(127\.|::1$|localhost$)/.test(target.host)
  if (connection.secure || local) return secretOf(target)
  const message = `${target.host} asks for the password in the clear, and the connection has no TLS.`
  throw new WireError('AUTHENTICATION', `${message} Use TLS.`)
}

async function beginScram(
  connection: Connection,
  target: Target,
  mechanisms: readonly string[],
): Promise<ScramLogin> {
  const binding = mechanisms.includes('SCRAM-SHA-256-PLUS')
    ? channelBinding(connection.socket)
    : undefined
  if (binding === undefined && !mechanisms.includes('SCRAM-SHA-256'))
    throw new WireError(
      'AUTHENTICATION',
      `The server offers ${mechanisms.join(', ')}, and only SCRAM-SHA-256 is known here.`,
    )
  return scramLogin(await secretOf(target), binding)
}

async function secretOf(target: Target): Promise<string> {
  const secret = await target.password?.()
  if (secret !== undefined) return secret
  throw new WireError('AUTHENTICATION', `${target.host} asks ${target.user} for a password.`)
}
