import type { Socket } from 'node:net'
import {
  BACKEND_KEY_DATA,
  COPY_IN_RESPONSE,
  ERROR_RESPONSE,
  PARAMETER_STATUS,
} from './protocol/message-types.js'
import { copyFail, SYNC, TERMINATE } from './protocol/messages.js'
import { type ResponseListener, ResponseScanner } from './protocol/response-scanner.js'
import { readServerMessage, type ServerMessage } from './protocol/server-message.js'
import { readTexts } from './protocol/texts.js'
import type { OpenSocket } from './socket/open-socket.js'
import { socketWriter, type Write } from './socket/socket-writer.js'
import { serverError, WireError } from './wire-error.js'

/** Who hears of the answers to what was sent. */
export interface Exchange {
  commandComplete(rows: number): void
  failed(error: ServerMessage): void
  /** The status byte: `I`, `T` or `E`. */
  readyForQuery(status: number): void
  /** Anything else; the bytes are valid during the call only. */
  message(type: number, bytes: Uint8Array, start: number, end: number): void
  /** The connection is gone, and with it the answer. */
  lost(error: WireError): void
}

const NO_COPY = copyFail('a load test copies no data in')

/** One connection: sends messages, and tells the exchange under way what comes back. */
export class Connection implements ResponseListener {
  /** Undefined: nobody waits for an answer. */
  exchange: Exchange | undefined
  /** Hears of an end that comes while nobody waits. */
  onLost: ((error: WireError) => void) | undefined
  /** Settings that the server reported, such as `server_version`. */
  readonly parameters = new Map<string, string>()
  readonly scanner = new ResponseScanner(this)
  readonly socket: Socket
  readonly secure: boolean
  /** Body of BackendKeyData: what a request to cancel must know. */
  key: Buffer | undefined
  bytesSent = 0
  readonly #write: Write
  #fatal: ServerMessage | undefined
  #end: WireError | undefined

  constructor(open: OpenSocket) {
    const { socket, secure } = open
    this.socket = socket
    this.secure = secure
    this.#write = socketWriter(open)
    socket.on('error', (error) => this.#ended(error))
    socket.on('end', () => socket.destroy())
    socket.on('close', () => this.#ended())
  }

  /** The bytes must stay as they are until they are answered. */
  send(bytes: Buffer): void {
    this.bytesSent += bytes.length
    this.#write(bytes)
  }

  receive(buffer: Uint8Array, length: number): void {
    try {
      this.scanner.feed(buffer, length)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.destroy(new WireError('PROTOCOL', message, { cause: error }))
    }
  }

  /** Says goodbye. */
  close(): void {
    this.#end = new WireError('CONNECTION', 'The connection was closed.')
    this.socket.end(TERMINATE)
    this.socket.unref()
  }

  /** Ends it at once; an exchange under way is lost. */
  destroy(error: WireError): void {
    this.#ended(error)
    this.socket.destroy()
  }

  /** Why no more can be sent. */
  get end(): WireError | undefined {
    return this.#end
  }

  commandComplete(rows: number): void {
    this.exchange?.commandComplete(rows)
  }

  readyForQuery(status: number): void {
    this.exchange?.readyForQuery(status)
  }

  message(type: number, bytes: Uint8Array, start: number, end: number): void {
    if (type === ERROR_RESPONSE) {
      const error = readServerMessage(bytes, start, end)
      if (error.severity !== 'ERROR') this.#fatal = error
      this.exchange?.failed(error)
    } else if (type === PARAMETER_STATUS) {
      const [name = '', value = ''] = readTexts(bytes, start, end)
      this.parameters.set(name, value)
    } else if (type === BACKEND_KEY_DATA) {
      this.key = Buffer.from(bytes.subarray(start, end))
    } else if (type === COPY_IN_RESPONSE) {
      // The Sync that is sent already was swallowed as a part of the data.
      this.send(Buffer.concat([NO_COPY, SYNC]))
    } else this.exchange?.message(type, bytes, start, end)
  }

  #ended(cause?: Error): void {
    if (this.#end) return
    const error = this.#endOf(cause)
    this.#end = error
    const { exchange } = this
    this.exchange = undefined
    if (exchange) exchange.lost(error)
    else this.onLost?.(error)
  }

  #endOf(cause: Error | undefined): WireError {
    if (this.#fatal) return serverError(this.#fatal)
    if (cause instanceof WireError) return cause
    const why = cause ? `: ${cause.message}` : ' by the server'
    return new WireError('CONNECTION', `The connection was ended${why}.`, { cause })
  }
}
