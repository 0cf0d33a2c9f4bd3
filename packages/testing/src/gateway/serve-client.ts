import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { GatewayFault, GatewayFaults } from './gateway-fault.js'
import { readBytes } from './read-bytes.js'
import { relay } from './relay.js'
import type { GatewayCounts, KillMethod, PostgresGatewayOptions } from './start-postgres-gateway.js'
import { type WelcomeOptions, welcome } from './welcome.js'
import { ASK_FOR_PASSWORD, fatalError, startupMessage } from './wire.js'

export interface GatewayContext extends WelcomeOptions {
  readonly upstream: PostgresGatewayOptions['upstream']
  readonly counts: GatewayCounts
  /** How to end each client that is logged in. */
  readonly clients: Set<(how: KillMethod) => void>
  readonly accepts: (password: string, user: string | undefined) => boolean
}

/** One connection from its first byte to its last. */
export async function serveClient(socket: Socket, context: GatewayContext): Promise<void> {
  const { counts, faults } = context
  counts.connects++
  socket.on('error', () => socket.destroy())
  const struck = faults.strike('accept-close', 'accept-reset', 'accept-hang')?.kind
  if (struck === 'accept-close') socket.end()
  if (struck === 'accept-reset') socket.resetAndDestroy()
  if (struck) return

  const client = await welcome(socket, context)
  if (client === undefined) return void socket.destroy()
  if (client.kind === 'cancel') {
    counts.cancels++
    const server = connect(context.upstream, () => server.end(client.packet))
    server.on('error', () => socket.destroy())
    server.on('close', () => socket.end())
    return
  }
  const { stream, parameters } = client
  const refusal = faults.strike('starting-up', 'too-many-connections')?.kind
  if (refusal === 'starting-up') {
    return void stream.end(fatalError('57P03', 'the database system is starting up'))
  }
  if (refusal) return void stream.end(fatalError('53300', 'sorry, too many clients already'))

  const user = parameters.get('user')
  const password = await askPassword(stream)
  if (password === undefined) return void socket.destroy()
  if (!context.accepts(password, user)) {
    counts.refusedLogins++
    return void stream.end(fatalError('28P01', `password authentication failed for user "${user}"`))
  }
  counts.logins++
  await coldStart(faults)
  if (socket.destroyed) return
  connectUpstream(socket, stream, parameters, context)
}

async function askPassword(stream: Duplex): Promise<string | undefined> {
  stream.write(ASK_FOR_PASSWORD)
  const head = await readBytes(stream, 5)
  const body = head && (await readBytes(stream, head.readInt32BE(1) - 4))
  return body?.toString('utf8', 0, body.length - 1)
}

/** When each cold start is over, by the fault that asks for it. */
const awake = new WeakMap<GatewayFault, number>()

async function coldStart(faults: GatewayFaults): Promise<void> {
  const fault = faults.strike('cold-start')
  if (fault?.kind !== 'cold-start') return
  const awakeAtMs = awake.get(fault) ?? Date.now() + fault.delayMs
  awake.set(fault, awakeAtMs)
  await wait(Math.max(0, awakeAtMs - Date.now()))
}

function connectUpstream(
  socket: Socket,
  stream: Duplex,
  parameters: ReadonlyMap<string, string>,
  { upstream, faults, counts, clients }: GatewayContext,
): void {
  const server = connect({ host: upstream.host, port: upstream.port, noDelay: true })
  const kill = (how: KillMethod) => {
    clients.delete(kill)
    if (how === 'reset') socket.resetAndDestroy()
    else if (how === 'end') stream.end()
    else stream.end(fatalError('57P01', 'terminating connection due to administrator command'))
    server.destroy()
  }
  clients.add(kill)
  socket.on('close', () => {
    clients.delete(kill)
    server.destroy()
  })
  server.on('error', () => {
    // A server that is down reads to clients of Lakebase as one that is not up yet.
    if (stream.writable) stream.end(fatalError('57P03', 'the database system is not available'))
  })
  server.once('connect', () => {
    server.write(startupMessage(new Map([...parameters, ['user', upstream.user]])))
    relay(stream, server, {
      faults,
      reset: () => socket.resetAndDestroy(),
      answerLost: () => void counts.lostAnswers++,
    })
  })
}
