import type { StatementStep } from '../../scenario/scenario.js'
import type { Connection } from '../connection.js'
import { type ExchangeQueue, queueAnswers } from '../exchange-queue.js'
import { PARAMETER_DESCRIPTION } from '../protocol/message-types.js'
import { describeStatement, parse, SYNC } from '../protocol/messages.js'
import type { ServerMessage } from '../protocol/server-message.js'
import type { WireStatement } from './wire-statement.js'

export type Prepared =
  | { readonly statement: WireStatement }
  | { readonly error: ServerMessage; readonly status: number }

/**
 * Prepares statements, all in one round trip, each on its own: one that the server refuses leaves the
 * others alone. @throws WireError when the connection is lost
 */
export async function prepare(
  connection: Connection,
  statements: readonly { readonly name: string; readonly step: StatementStep }[],
): Promise<readonly Prepared[]> {
  const queue = queueAnswers(connection)
  connection.send(
    Buffer.concat(
      statements.flatMap(({ name, step }) => [
        parse(name, step.sql),
        describeStatement(name),
        SYNC,
      ]),
    ),
  )
  const prepared: Prepared[] = []
  for (const { name, step } of statements) prepared.push(await readPrepared(queue, name, step))
  queue.release()
  return prepared
}

async function readPrepared(
  queue: ExchangeQueue,
  name: string,
  step: StatementStep,
): Promise<Prepared> {
  let types: readonly number[] = []
  let error: ServerMessage | undefined
  for (;;) {
    const answer = await queue.next()
    if (answer.kind === 'error') error ??= answer.error
    if (answer.kind === 'message' && answer.type === PARAMETER_DESCRIPTION)
      types = readTypes(answer.body)
    if (answer.kind !== 'ready') continue
    const wrong = error ?? countError(types.length, step)
    if (wrong) return { error: wrong, status: answer.status }
    return { statement: { name, types, slots: step.parameters } }
  }
}

/** What the server would say to a Bind with as many values. */
function countError(types: number, { id, parameters }: StatementStep): ServerMessage | undefined {
  if (types === parameters.length) return undefined
  const message = `statement ${id} has ${types} parameters, the scenario gives it ${parameters.length}`
  return { severity: 'ERROR', code: '08P01', message }
}

function readTypes(body: Buffer): readonly number[] {
  const count = body.readUInt16BE(0)
  return Array.from({ length: count }, (_, place) => body.readUInt32BE(2 + place * 4))
}
