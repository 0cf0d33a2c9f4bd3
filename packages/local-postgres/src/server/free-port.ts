import { once } from 'node:events'
import { createServer } from 'node:net'
import { LocalPostgresError } from '../local-postgres-error.js'

/**
 * A port of the loopback address that nobody listens on now; someone may before we do.
 * @throws LocalPostgresError NO_LOOPBACK
 */
export async function freePort(host: string): Promise<number> {
  const server = createServer()
  try {
    server.listen(0, host)
    await once(server, 'listening')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new LocalPostgresError('NO_LOOPBACK', `the loopback address cannot be used: ${why}`, {
      cause: error,
    })
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port of a TCP server')
  return address.port
}
