/** What an ErrorResponse or a NoticeResponse says. */
export interface ServerMessage {
  /** `ERROR`, `FATAL`, `PANIC`, `NOTICE`, …; never translated. */
  readonly severity: string
  /** SQLSTATE. */
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  /** Of the statement, in characters from 1. */
  readonly position?: number
}

/** Field codes of PostgreSQL 17, "Error and Notice Message Fields". */
export function readServerMessage(bytes: Uint8Array, start: number, end: number): ServerMessage {
  const fields = new Map<string, string>()
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const zero = body.indexOf(0, at + 1)
    const stop = zero < 0 ? body.length : zero
    fields.set(String.fromCharCode(body[at] ?? 0), body.toString('utf8', at + 1, stop))
    at = stop + 1
  }
  const detail = fields.get('D')
  const hint = fields.get('H')
  const position = Number(fields.get('P'))
  return {
    severity: fields.get('V') ?? fields.get('S') ?? 'ERROR',
    code: fields.get('C') ?? 'XX000',
    message: fields.get('M') ?? 'the server gave no message',
    ...(detail !== undefined && { detail }),
    ...(hint !== undefined && { hint }),
    ...(position > 0 && { position }),
  }
}
