import {
  poolDriver,
  postgresDriver,
  type RunOptions,
  type Scenario,
  type Target,
} from '@lakebase/loadtest'
import { postgresOptions } from '../target/open-session.js'

/** Who speaks to the server in place of our own wire protocol, and how it is let go of. */
export interface OpenedDriver {
  readonly driver?: RunOptions['driver'] & object
  readonly close: () => Promise<void>
}

/** The client that the scenario names, as an application would have it; loaded only here. */
export async function openDriver(scenario: Scenario, target: Target): Promise<OpenedDriver> {
  if (scenario.driver === 'wire') return { close: async () => undefined }
  return scenario.driver === 'postgres'
    ? openPostgres(scenario, target)
    : openPgClient(scenario, target)
}

async function openPostgres(scenario: Scenario, target: Target): Promise<OpenedDriver> {
  const { default: postgres } = await import('postgres')
  // A token is asked for at each login, so that one that is renewed is used.
  const options = {
    ...(await postgresOptions(target, scenario.connectTimeoutMs)),
    password: async () => (await target.password?.()) ?? '',
  }
  return { driver: postgresDriver(() => postgres(options)), close: async () => undefined }
}

const DAY_MS = 86_400_000
const DRAIN_MS = 5000

async function openPgClient(scenario: Scenario, target: Target): Promise<OpenedDriver> {
  const { lakebase } = await import('@lakebase/pg-client')
  const { host, port, database, user, password, tls } = target
  const token = async () => {
    const value = (await password?.()) ?? ''
    return { token: { reveal: () => value }, expiresAt: new Date(Date.now() + DAY_MS) }
  }
  const db = lakebase({
    ...{ host, port, database, user, getToken: token, env: {}, singleton: false },
    tls: tls === false ? { mode: 'off' } : { mode: 'verify-full', ...(tls.ca && { ca: tls.ca }) },
    pool: { max: scenario.connections, connectTimeoutMs: scenario.connectTimeoutMs },
  })
  return { driver: poolDriver(db.pgPool()), close: () => db.close({ drain: DRAIN_MS }) }
}
