export type { Chat, ChatAnswer, ChatMessage, ChatOptions } from './api/chat.js'
export type { DatabaseCredential, DatabaseTarget } from './api/database-credential.js'
export type { Table, TableColumn } from './api/get-table.js'
export type { ServingEndpoint } from './api/list-serving-endpoints.js'
export type { Warehouse } from './api/list-warehouses.js'
export { type Clock, systemClock } from './clock.js'
export type { AuthType } from './credentials/access.js'
export type { Environment } from './credentials/process-environment.js'
export type { GetToken, Sourced } from './credentials/setting.js'
export type { WorkspaceDescription } from './describe-access.js'
export type { Limits } from './http/limits.js'
export type { SendRequest, WorkspaceRequest } from './http/request.js'
export { openWorkspace } from './open-workspace.js'
export { type Revealable, Secret } from './secrets/secret.js'
export type {
  ConnectDriver,
  DriverOperation,
  DriverOptions,
  DriverSession,
} from './sql/driver/sql-driver.js'
export type {
  RunSql,
  RunSqlOptions,
  SqlColumn,
  SqlParameter,
  SqlProgress,
  SqlRows,
  SqlValue,
} from './sql/sql-rows.js'
export type { Workspace } from './workspace.js'
export {
  WorkspaceError,
  type WorkspaceErrorCode,
  type WorkspaceErrorFacts,
} from './workspace-error.js'
export type { WorkspaceOptions } from './workspace-options.js'
