import type { Target } from '../target.js'
import { authenticate } from './auth/authenticate.js'
import { Connection } from './connection.js'
import { queueAnswers, untilReady } from './exchange-queue.js'
import { startup } from './protocol/messages.js'
import { openSocket, type Receive } from './socket/open-socket.js'
import { WireError } from './wire-error.js'

/** A connection that is logged in and ready. @throws WireError */
export async function openConnection(target: Target, timeoutMs: number): Promise<Connection> {
  const startedMs = performance.now()
  let receive: Receive = () => undefined
  const open = await openSocket(target, timeoutMs, (buffer, length) => receive(buffer, length))
  const connection = new Connection(open)
  receive = (buffer, length) => connection.receive(buffer, length)
  const timer = setTimeout(
    () => {
      const message = `${target.host}:${target.port} did not let us in within ${timeoutMs} ms.`
      connection.destroy(new WireError('TIMEOUT', message))
    },
    Math.max(1, timeoutMs - (performance.now() - startedMs)),
  )
  try {
    await logIn(connection, target)
    return connection
  } catch (error) {
    connection.destroy(new WireError('CONNECTION', 'The login failed.', { cause: error }))
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function logIn(connection: Connection, target: Target): Promise<void> {
  const queue = queueAnswers(connection)
  connection.send(
    startup({
      user: target.user,
      database: target.database,
      application_name: target.applicationName ?? 'lakebase-loadtest',
      client_encoding: 'UTF8',
      ...target.settings,
    }),
  )
  await authenticate(connection, queue, target)
  await untilReady(queue)
  queue.release()
}
