import { BIND_COMPLETE, COMMAND_COMPLETE, DATA_ROW, READY_FOR_QUERY } from './message-types.js'

/** Hears of a server's messages; ranges of bytes are valid during the call only. */
export interface ResponseListener {
  /** A statement ended; `rows` as its tag says: returned, or written. */
  commandComplete(rows: number): void
  /** `I`, `T` or `E`: outside of a transaction, in one, in a failed one. */
  readyForQuery(status: number): void
  /**
   * Any other message, but for BindComplete, and a DataRow only with `keepRows`: its type, and where its body
   * lies.
   */
  message(type: number, bytes: Uint8Array, start: number, end: number): void
}

const HEAD_LENGTH = 5
const DIGIT_0 = 0x30
const DIGIT_9 = 0x39

/**
 * Reads the server's answers by their heads: rows are skipped, however large, and only counted. Takes the
 * stream in chunks that are split anywhere.
 */
export class ResponseScanner {
  /** DataRows seen. */
  rows = 0
  /** Rows are messages like any other: for what must be read, not only counted. */
  keepRows = false
  /** Bytes seen. */
  bytes = 0
  readonly #listener: ResponseListener
  /** Of a row that goes on in the next chunk. */
  #skip = 0
  /** The beginning of a message that goes on in the next chunk. */
  #rest: Buffer | undefined

  constructor(listener: ResponseListener) {
    this.#listener = listener
  }

  /** @throws RangeError when this is not Postgres' protocol. */
  feed(chunk: Uint8Array, length: number): void {
    this.bytes += length
    if (this.#skip >= length) {
      this.#skip -= length
      return
    }
    const start = this.#skip
    this.#skip = 0
    if (this.#rest === undefined) {
      this.#scan(chunk, start, length)
      return
    }
    const joined = Buffer.concat([this.#rest, chunk.subarray(start, length)])
    this.#rest = undefined
    this.#scan(joined, 0, joined.length)
  }

  #scan(bytes: Uint8Array, start: number, length: number): void {
    let at = start
    while (at + HEAD_LENGTH <= length) {
      const type = bytes[at] ?? 0
      const end = at + 1 + bodyLength(bytes, at + 1)
      if (type === DATA_ROW && !this.keepRows) {
        this.rows++
        if (end > length) {
          this.#skip = end - length
          return
        }
      } else if (end > length) break
      else this.#tell(type, bytes, at + HEAD_LENGTH, end)
      at = end
    }
    if (at < length) this.#rest = Buffer.from(bytes.subarray(at, length))
  }

  #tell(type: number, bytes: Uint8Array, start: number, end: number): void {
    if (type === COMMAND_COMPLETE) this.#listener.commandComplete(rowsOf(bytes, end - 2))
    else if (type === READY_FOR_QUERY) this.#listener.readyForQuery(bytes[start] ?? 0)
    else if (type !== BIND_COMPLETE) this.#listener.message(type, bytes, start, end)
  }
}

/** The length that a head says; it counts itself. */
function bodyLength(bytes: Uint8Array, at: number): number {
  const length =
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)
  if (length < 4) throw new RangeError('The server does not speak the protocol of PostgreSQL.')
  return length
}

/** The last number of a tag such as `INSERT 0 5`; 0 for a tag without, such as `BEGIN`. */
function rowsOf(bytes: Uint8Array, last: number): number {
  let rows = 0
  let place = 1
  for (let at = last; ; at--) {
    const digit = bytes[at] ?? 0
    if (digit < DIGIT_0 || digit > DIGIT_9) return rows
    rows += (digit - DIGIT_0) * place
    place *= 10
  }
}
