import type { Clock } from '../clock.js'
import type { Access } from '../credentials/access.js'
import type { SendRequest } from '../http/request.js'
import type { TokenSource } from '../tokens/token-source.js'
import { connectDatabricksSql } from './driver/connect-databricks-sql.js'
import { runWithDriver } from './driver/run-with-driver.js'
import type { ConnectDriver } from './driver/sql-driver.js'
import { runStatement } from './run-statement.js'
import type { RunSql } from './sql-rows.js'
import { httpPathOf, warehouseIdOf } from './warehouse-path.js'

const TIMEOUT_MS = 10 * 60_000
/** Statements that change nothing. `WITH` is left out: it may stand before an INSERT. */
const QUERY =
  /^(?:\s|\(|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:select|values|describe|desc|show|explain)\b/i

export interface RunSqlParts {
  readonly access: Access
  readonly request: SendRequest
  readonly tokens: TokenSource
  readonly clock: Clock
  readonly ca: string | undefined
  readonly connectDriver: ConnectDriver | undefined
}

export function createRunSql(parts: RunSqlParts): RunSql {
  const { access, request, tokens, clock, connectDriver = connectDatabricksSql } = parts
  return async (statement, options = {}) => {
    const { timeoutMs = TIMEOUT_MS, idempotent = QUERY.test(statement) } = options
    if (options.driver !== 'databricks-sql') {
      const warehouseId = warehouseIdOf(access)
      const run = { ...options, statement, warehouseId, timeoutMs, idempotent }
      return runStatement(run, request, clock)
    }
    const { hostname, port } = new URL(access.host.value)
    const driver = {
      host: hostname,
      port: Number(port || 443),
      httpPath: httpPathOf(access),
      ca: parts.ca,
      getToken: async () => (await tokens.current(AbortSignal.timeout(timeoutMs))).reveal(),
      retriesTimeoutMs: timeoutMs,
    }
    return runWithDriver({ ...options, statement, timeoutMs }, driver, connectDriver, clock)
  }
}
