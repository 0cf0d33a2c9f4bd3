import { createServer } from 'node:http'
import { createLakebasePool } from '@databricks/lakebase'
import type { Place } from '../../test/open-gateway.js'
import { Aborted, type Subject, type SubjectOptions } from './subject.js'

/** As its README has it; the workspace that mints is an HTTP server of our own. */
export async function databricksLakebase(options: SubjectOptions): Promise<Subject> {
  const { place, maxLifetimeMs } = options
  const mint = await serveMint(place)
  // biome-ignore lint/style/noProcessEnv: its SDK reads nothing else.
  Object.assign(process.env, { DATABRICKS_HOST: mint.url, DATABRICKS_TOKEN: 'dapi-faults' })
  const { host, port, ca } = place.access
  const pool = createLakebasePool({
    endpoint: 'projects/p/branches/b/endpoints/e',
    host,
    port,
    user: 'ada',
    database: 'postgres',
    ssl: ca === undefined ? false : { ca, servername: host },
  })
  // Its own options are dropped on the way to the pool.
  if (maxLifetimeMs !== undefined)
    Reflect.set(pool.options, 'maxLifetimeSeconds', maxLifetimeMs / 1000)
  pool.on('error', () => undefined)
  return {
    insert: async (id) =>
      (await pool.query('insert into work (id) values ($1) returning *', [id])).rows.length,
    read: async (id) => (await pool.query('select $1::uuid as id', [id])).rows.length,
    transfer: async ({ id, from, to, aborts }) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query('update accounts set balance = balance - 1 where id = $1', [from])
        await client.query('update accounts set balance = balance + 1 where id = $1', [to])
        await client.query('insert into transfers (id) values ($1)', [id])
        if (aborts) throw new Aborted()
        await client.query('commit')
        client.release()
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          (failure) => client.release(failure),
        )
        throw error
      }
    },
    close: async () => {
      mint.close()
      await pool.end()
    },
  }
}

async function serveMint(place: Place) {
  const server = createServer(async (request, response) => {
    request.resume()
    try {
      const { token, expiresAt } = await place.mint({ signal: AbortSignal.timeout(600_000) })
      response.setHeader('content-type', 'application/json')
      const body = { token: token.reveal(), expire_time: expiresAt.toISOString() }
      response.end(JSON.stringify(body))
    } catch {
      response.statusCode = 503
      response.end('{"error_code":"TEMPORARILY_UNAVAILABLE","message":"no token now"}')
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
