import type { Chat } from './api/chat.js'
import type { DatabaseCredential, DatabaseTarget } from './api/database-credential.js'
import type { Table } from './api/get-table.js'
import type { ServingEndpoint } from './api/list-serving-endpoints.js'
import type { Warehouse } from './api/list-warehouses.js'
import type { AuthType } from './credentials/access.js'
import type { WorkspaceDescription } from './describe-access.js'
import type { SendRequest } from './http/request.js'
import type { RunSql } from './sql/sql-rows.js'

interface CallOptions {
  readonly signal?: AbortSignal
}

/** A Databricks workspace. Everything that fails throws a {@link WorkspaceError}. */
export interface Workspace {
  /** `https://` and the name, without a slash at the end. */
  readonly host: string
  readonly authType: AuthType
  /** One call of the API: JSON there, JSON back, with retries. */
  readonly request: SendRequest
  /** Runs a statement on the SQL warehouse and fetches all of its rows. */
  readonly runSql: RunSql
  /** Asks a model endpoint. */
  readonly chat: Chat
  /** Makes a password for a Lakebase database, good for about an hour. */
  readonly databaseCredential: (
    target: DatabaseTarget,
    options?: CallOptions,
  ) => Promise<DatabaseCredential>
  readonly listServingEndpoints: (options?: CallOptions) => Promise<readonly ServingEndpoint[]>
  readonly listWarehouses: (options?: CallOptions) => Promise<readonly Warehouse[]>
  /** @param fullName `catalog.schema.table` */
  readonly getTable: (fullName: string, options?: CallOptions) => Promise<Table>
  /** What was configured where, without secrets; asks nobody. */
  readonly describe: () => WorkspaceDescription
}
