import { inspect } from 'node:util'
import { startFakeWorkspace, startPostgresGateway } from '@lakebase/testing'
import { expect, test } from 'vitest'
import { LakebaseError, type LakebaseEvent, lakebase } from '../src/index.js'
import { openPlace } from './open-gateway.js'

const CANARY = 'canary-4f1c'
const ENDPOINT = 'projects/shop/branches/main/endpoints/primary'

/** Everything that a log, a debugger or a report could show of it. */
function shown(value: unknown): string {
  const json = (() => {
    try {
      return JSON.stringify(value)
    } catch {
      return ''
    }
  })()
  const stack = value instanceof Error ? `${value.stack}${shown(value.cause)}` : ''
  return inspect(value, { depth: 12, showHidden: true, getters: true }) + json + stack
}

test('no token, secret, parameter or statement is in an event, an error, the client or its statistics', async () => {
  const place = await openPlace()
  const workspace = await startFakeWorkspace({
    userName: 'postgres',
    servicePrincipals: [{ clientId: 'app', clientSecret: `${CANARY}-secret` }],
    postgresEndpoints: [{ name: ENDPOINT, host: 'localhost' }],
  })
  const gateway = await startPostgresGateway({
    upstream: place.server,
    tokens: workspace.databaseTokens,
  })
  const events: LakebaseEvent[] = []
  const options = {
    target: { endpoint: ENDPOINT } as const,
    port: gateway.port,
    database: 'postgres',
    singleton: false,
    env: {},
    tls: { ca: gateway.ca ?? '' },
    onEvent: (event: LakebaseEvent) => void events.push(event),
    workspace: {
      ...{ host: workspace.host, ca: workspace.ca ?? '', env: {} },
      ...{ clientId: 'app', clientSecret: `${CANARY}-secret` },
    },
  }
  const db = lakebase(options)
  // What takes too long is only asked of this one.
  const impatient = lakebase({ ...options, deadlineMs: 1500, queryTimeoutMs: 1000 })
  const output: unknown[] = [db, impatient, events]
  const keep = async (work: () => PromiseLike<unknown> | Promise<unknown>) => {
    try {
      output.push(await work())
    } catch (error) {
      expect(error).toBeInstanceOf(LakebaseError)
      output.push(error)
    }
  }
  const user = db.asUser(`${CANARY}-user`)
  await db.sql`create table items (id int primary key, name text)`
  await db.sql`insert into items (id, name) values (1, ${`${CANARY}-parameter`})`
  const strings = (text: string) => Object.assign([text], { raw: [text] })
  await keep(() => db.insert('items', { id: 1, name: `${CANARY}-parameter` }))
  await keep(() => db.sql(strings(`select '${CANARY}-statement' from nowhere`)))
  await keep(() => impatient.read(strings(`select pg_sleep(5), '${CANARY}-statement'`)))
  await keep(() => db.tx((t) => t.sql`select ${`${CANARY}-parameter`}::int`))
  await keep(() => db.pgPool().query('select $1::int', [`${CANARY}-parameter`]))
  await keep(() => db.postgresJs().unsafe('select $1::int', [`${CANARY}-parameter`]))
  await keep(() => user.read`select 1`)
  gateway.revokeTokens()
  gateway.kill('57P01')
  workspace.fault({ kind: 'status', status: 503, path: '/api/2.0/postgres/credentials' })
  await keep(() => impatient.read`select ${`${CANARY}-parameter`} as x`)
  output.push(db.stats(), await impatient.health(), user)
  await Promise.all([db.close({ drain: 0 }), impatient.close({ drain: 0 })])
  await keep(() => db.read`select 1`)
  await Promise.all([gateway.close(), workspace.close(), place.close()])

  const text = output.map(shown).join('\n')
  const secrets = [CANARY, ...workspace.databaseTokens.map(({ token }) => token)]
  for (const request of workspace.requests) {
    const bearer = request.headers.authorization?.replace(/^\w+ /, '')
    if (bearer) secrets.push(bearer)
  }
  expect(secrets.length).toBeGreaterThan(3)
  expect(output.length).toBeGreaterThan(12)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
}, 60_000)
