/** 3.0. */
const PROTOCOL_VERSION = 196608
const CANCEL_CODE = 80877102
const SSL_CODE = 80877103

export const SSL_REQUEST = headless(int32(SSL_CODE))
export const SYNC = message('S')
export const TERMINATE = message('X')

export function startup(parameters: Readonly<Record<string, string>>): Buffer {
  const texts = Object.entries(parameters).flatMap(([name, value]) => [text(name), text(value)])
  return headless(int32(PROTOCOL_VERSION), ...texts, Buffer.of(0))
}

/** Goes over a connection of its own; `key` is the body of BackendKeyData: process id and secret. */
export function cancelRequest(key: Buffer): Buffer {
  return headless(int32(CANCEL_CODE), key)
}

/** A password, or MD5's answer to the server's salt. */
export function password(answer: string): Buffer {
  return message('p', text(answer))
}

export function saslInitial(mechanism: string, first: string): Buffer {
  const bytes = Buffer.from(first)
  return message('p', text(mechanism), int32(bytes.length), bytes)
}

export function saslResponse(answer: string): Buffer {
  return message('p', Buffer.from(answer))
}

export function query(sql: string): Buffer {
  return message('Q', text(sql))
}

/** The server infers the types of the parameters. */
export function parse(name: string, sql: string): Buffer {
  return message('P', text(name), text(sql), int16(0))
}

export function describeStatement(name: string): Buffer {
  return message('D', Buffer.from('S'), text(name))
}

/** Of the unnamed portal, all of its rows. */
export const EXECUTE = message('E', text(''), int32(0))

export function copyFail(reason: string): Buffer {
  return message('f', text(reason))
}

/** Up to where the parameters begin: unnamed portal, a statement by name, how each value is written. */
export function bindHead(statement: string, formats: readonly (0 | 1)[]): Buffer {
  return Buffer.concat([
    text(''),
    text(statement),
    int16(formats.length),
    ...formats.map(int16),
    int16(formats.length),
  ])
}

/** All columns as text. */
export const BIND_TAIL = int16(0)

export function message(type: string, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), headless(...parts)])
}

function headless(...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 4)
  return Buffer.concat([int32(length), ...parts])
}

/** A text ends at its zero byte, so it cannot hold one. */
function text(value: string): Buffer {
  if (value.includes('\0')) throw new TypeError('A text for the server must not hold a zero byte.')
  return Buffer.from(`${value}\0`)
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}
