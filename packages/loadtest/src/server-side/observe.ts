import { LoadtestError } from '../loadtest-error.js'
import type { ServerFigures, TargetFacts } from '../report/run-report.js'
import type { Target } from '../target.js'
import { openConnection } from '../wire/open-connection.js'
import { queryRows } from '../wire/query-rows.js'
import { WireError } from '../wire/wire-error.js'
import { databaseCounters, databaseFigures } from './database-counters.js'
import type { RunSql } from './run-sql.js'
import { statementCounters, statementFigures } from './statement-counters.js'
import { openSessions, sampleWaits, type WaitSamples } from './wait-samples.js'

/** Looks at the database while the load runs, over a connection of its own. */
export interface Observer {
  readonly target: TargetFacts
  /** Call it when the connections of the load stand. */
  before(): Promise<void>
  /** Call it when they are closed. Undefined: nothing is known, or nothing was wanted. */
  after(): Promise<ServerFigures | undefined>
  close(): Promise<void>
}

const SAMPLE_EVERY_MS = 250
/** The server's counters take in what a session did when that session ends. */
const SETTLE_MS = 2000
const SETTLE_STEP_MS = 50

/** @throws LoadtestError AUTHENTICATION, CONNECT: no run against this target can work */
export async function observe(
  target: Target,
  options: { readonly connectTimeoutMs: number; readonly figures: boolean },
): Promise<Observer> {
  const { applicationName = 'lakebase-loadtest' } = target
  let connection = await connect(target, options.connectTimeoutMs)
  const facts = {
    // A folder of this machine says nothing to who reads the report; psql names it so as well.
    address: `${target.host.startsWith('/') ? '[local]' : target.host}:${target.port}/${target.database}`,
    serverVersion: connection.parameters.get('server_version') ?? 'unknown',
    tls: connection.secure,
  }
  const runSql: RunSql = async (sql) => {
    if (connection.end) connection = await connect(target, options.connectTimeoutMs)
    return queryRows(connection, sql)
  }
  const waits: WaitSamples = new Map()
  let timer: NodeJS.Timeout | undefined
  let sampling: Promise<void> = Promise.resolve()
  let earlier: Awaited<ReturnType<typeof readCounters>> | undefined
  return {
    target: facts,
    before: async () => {
      if (!options.figures) return
      earlier = await readCounters(runSql)
      let busy = false
      timer = setInterval(() => {
        if (busy) return
        busy = true
        // A sample that fails is one less: the run goes on.
        sampling = sampleWaits(runSql, applicationName, waits)
          .catch(() => undefined)
          .finally(() => {
            busy = false
          })
      }, SAMPLE_EVERY_MS)
    },
    after: async () => {
      clearInterval(timer)
      await sampling
      if (earlier === undefined) return undefined
      await settle(runSql, applicationName)
      return figuresBetween(earlier, await readCounters(runSql), waits)
    },
    close: async () => {
      clearInterval(timer)
      await sampling
      connection.close()
    },
  }
}

/** What may not be read is missing. */
async function readCounters(runSql: RunSql) {
  const database = await databaseCounters(runSql).catch(() => undefined)
  const statements = await statementCounters(runSql).catch(() => undefined)
  return { database, statements }
}

function figuresBetween(
  before: Awaited<ReturnType<typeof readCounters>>,
  after: Awaited<ReturnType<typeof readCounters>>,
  waits: WaitSamples,
): ServerFigures | undefined {
  const database =
    before.database && after.database && databaseFigures(before.database, after.database)
  if (!database) return undefined
  const statements =
    before.statements && after.statements && statementFigures(before.statements, after.statements)
  const samples = [...waits]
    .map(([event, count]) => ({ event, samples: count }))
    .sort((left, right) => right.samples - left.samples)
  return {
    ...database,
    ...(statements && { statements }),
    ...(samples.length > 0 && { waits: samples }),
  }
}

async function settle(runSql: RunSql, applicationName: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < SETTLE_MS; waitedMs += SETTLE_STEP_MS) {
    const sessions = await openSessions(runSql, applicationName).catch(() => 0)
    if (sessions === 0) return
    await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS))
  }
}

async function connect(target: Target, timeoutMs: number) {
  try {
    return await openConnection(target, timeoutMs)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refused = error.code === 'AUTHENTICATION' || /^28/.test(error.sqlState ?? '')
    const where = `${target.user}@${target.host}:${target.port}/${target.database}`
    throw new LoadtestError(
      refused ? 'AUTHENTICATION' : 'CONNECT',
      `No connection to ${where}: ${error.message}`,
      { cause: error },
    )
  }
}
