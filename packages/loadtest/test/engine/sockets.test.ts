import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Target } from '../../src/target.js'
import { Connection } from '../../src/wire/connection.js'
import { queueAnswers, untilReady } from '../../src/wire/exchange-queue.js'
import { query, startup } from '../../src/wire/protocol/messages.js'
import { openSocket, type Receive } from '../../src/wire/socket/open-socket.js'
import { streamHandle } from '../../src/wire/socket/stream-handle.js'
import { certificatesFor } from './certificates.js'

const servers: LocalPostgres[] = []
let plain: Target
let secure: Target
beforeAll(async () => {
  const { certificate, key } = await certificatesFor('localhost', '127.0.0.1')
  servers.push(await startPostgres(), await startPostgres({ tls: { certificate, key } }))
  const [one, other] = servers.map(({ host, port, user }) => ({
    ...{ host, port, user, database: 'postgres' },
  }))
  if (one) plain = { ...one, tls: false }
  if (other) secure = { ...other, tls: { mode: 'require' } }
})
afterAll(() => Promise.all(servers.map((server) => server.stop())))

async function open(target: Target, handleOf: typeof streamHandle): Promise<Connection> {
  let receive: Receive = () => undefined
  const socket = await openSocket(
    target,
    5000,
    (buffer, length) => receive(buffer, length),
    handleOf,
  )
  const connection = new Connection(socket)
  receive = (buffer, length) => connection.receive(buffer, length)
  const queue = queueAnswers(connection)
  connection.send(startup({ user: target.user, database: target.database }))
  await untilReady(queue)
  queue.release()
  return connection
}

/** The length of a text, as the server counts it. */
async function lengthOf(connection: Connection, text: string): Promise<number> {
  const queue = queueAnswers(connection)
  connection.scanner.rows = 0
  connection.send(query(`SELECT generate_series(1, length('${text}'))`))
  await untilReady(queue)
  queue.release()
  return connection.scanner.rows
}

const handles = [
  ['past the stream', streamHandle],
  ['by the stream, where the handle is unknown', () => undefined],
] as const

test.each(
  handles.flatMap(([how, handleOf]) => [
    { how, handleOf, over: 'TCP' },
    { how, handleOf, over: 'TLS' },
  ]),
)('all that is written arrives over $over, $how', async ({ handleOf, over }) => {
  const target = over === 'TCP' ? plain : secure
  const connections = await Promise.all(Array.from({ length: 4 }, () => open(target, handleOf)))
  for (let round = 0; round < 50; round++)
    for (const connection of connections)
      expect(await lengthOf(connection, 'x'.repeat(round))).toBe(round)
  // More than a socket takes at once.
  const [connection] = connections
  if (connection === undefined) throw new Error('none is open')
  const queue = queueAnswers(connection)
  connection.send(query(`SELECT 1 /* ${'x'.repeat(20_000_000)} */`))
  await untilReady(queue)
  queue.release()
  // Written while the one before it is under way.
  const both = queueAnswers(connection)
  const long = query(`SELECT 1 /* ${'y'.repeat(20_000_000)} */`)
  const short = query('SELECT 2')
  connection.send(long)
  connection.send(short)
  await untilReady(both)
  await untilReady(both)
  for (const one of connections) one.close()
})

test('of a Node that nobody has looked at, the handles are left alone', async () => {
  const { socket } = await openSocket(plain, 5000, () => undefined)
  expect(streamHandle(socket, process.versions.node)).toBeDefined()
  expect(streamHandle(socket, '27.0.0')).toBeUndefined()
  socket.destroy()
})
