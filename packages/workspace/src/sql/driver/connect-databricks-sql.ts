import { WorkspaceError } from '../../workspace-error.js'
import type { SqlColumn } from '../sql-rows.js'
import type { ConnectDriver } from './sql-driver.js'

/** Type names by number: TTypeId of the TCLIService protocol; names as in the Statement Execution API. */
const TYPE_NAMES =
  'BOOLEAN BYTE SHORT INT LONG FLOAT DOUBLE STRING TIMESTAMP BINARY ARRAY MAP STRUCT UNION USER_DEFINED_TYPE DECIMAL NULL DATE STRING CHAR INTERVAL INTERVAL'.split(
    ' ',
  )

/** Opens `@databricks/sql`, loaded here because it takes half a second and 30 MB: TLS verified, silent, no telemetry. */
export const connectDatabricksSql: ConnectDriver = async (options) => {
  const { DBSQLClient } = await loadDriver()
  const client = new DBSQLClient({ logger: { log: () => undefined } })
  await client.connect({
    authType: 'external-token',
    getToken: options.getToken,
    host: options.host,
    port: options.port,
    path: options.httpPath,
    checkServerCertificate: true,
    preserveBigNumericPrecision: true,
    retriesTimeout: options.retriesTimeoutMs,
    telemetryEnabled: false,
    userAgentEntry: 'lakebase-accelerator',
    ...(options.ca !== undefined && { customCaCert: options.ca }),
  })
  const session = await client.openSession().catch(async (error: unknown) => {
    await client.close()
    throw error
  })
  return {
    async execute(statement, parameters) {
      const namedParameters = { ...parameters }
      const operation = await session.executeStatement(statement, {
        ...(Object.keys(namedParameters).length > 0 && { namedParameters }),
      })
      return {
        id: operation.id,
        async fetch() {
          const rows = await operation.fetchAll()
          const schema = await operation.getSchema()
          const columns = (schema?.columns ?? [])
            .toSorted((a, b) => a.position - b.position)
            .map(({ columnName, typeDesc }): SqlColumn => {
              const type = TYPE_NAMES[typeDesc.types[0]?.primitiveEntry?.type ?? -1]
              return { name: columnName, type: type ?? 'STRING' }
            })
          return { columns, rows }
        },
        async cancel() {
          await operation.cancel()
        },
      }
    },
    async close() {
      await session.close().finally(() => client.close())
    },
  }
}

/** An optional peer: who never asks for this driver need not install its hundred packages. */
async function loadDriver() {
  try {
    return await import('@databricks/sql')
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') {
      throw error
    }
    const hint = 'Run: npm install @databricks/sql; or leave out driver.'
    const message = 'driver: databricks-sql needs the package @databricks/sql'
    throw new WorkspaceError('CONFIG', message, { hint })
  }
}
