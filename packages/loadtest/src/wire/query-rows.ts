import type { Connection } from './connection.js'
import { queueAnswers } from './exchange-queue.js'
import { DATA_ROW, ROW_DESCRIPTION } from './protocol/message-types.js'
import { query } from './protocol/messages.js'
import { serverError, type WireError } from './wire-error.js'

/** Values as the server writes them in text. */
export type TextRow = Readonly<Record<string, string | null>>

/** Runs a query and reads its rows: for the few questions beside the load. @throws WireError */
export async function queryRows(connection: Connection, sql: string): Promise<readonly TextRow[]> {
  const queue = queueAnswers(connection)
  connection.scanner.keepRows = true
  connection.send(query(sql))
  const rows: TextRow[] = []
  let columns: readonly string[] = []
  let failure: WireError | undefined
  for (;;) {
    const answer = await queue.next()
    if (answer.kind === 'error') failure ??= serverError(answer.error)
    if (answer.kind === 'message' && answer.type === ROW_DESCRIPTION)
      columns = readNames(answer.body)
    if (answer.kind === 'message' && answer.type === DATA_ROW)
      rows.push(readRow(columns, answer.body))
    if (answer.kind !== 'ready') continue
    queue.release()
    if (failure) throw failure
    return rows
  }
}

/** Behind each name: table, column, type, size, modifier and format. */
const COLUMN_FACTS_BYTES = 18

function readNames(body: Buffer): readonly string[] {
  let at = 2
  return Array.from({ length: body.readUInt16BE(0) }, () => {
    const end = body.indexOf(0, at)
    const name = body.toString('utf8', at, end)
    at = end + 1 + COLUMN_FACTS_BYTES
    return name
  })
}

function readRow(columns: readonly string[], body: Buffer): TextRow {
  let at = 2
  const entries = columns.map((name) => {
    const length = body.readInt32BE(at)
    at += 4
    if (length < 0) return [name, null] as const
    at += length
    return [name, body.toString('utf8', at - length, at)] as const
  })
  return Object.fromEntries(entries)
}
