export type {
  DatabaseInstance,
  DatabaseToken,
  PostgresEndpoint,
} from './api/lakebase-resources.js'
export type { UnityTable } from './api/unity-catalog-routes.js'
export type { Warehouse } from './api/warehouse-routes.js'
export type { AccessToken } from './auth/access-tokens.js'
export type { ServicePrincipal } from './auth/oidc-routes.js'
export { findChromium } from './browser/find-chromium.js'
export { FOCUS, FOLDED_HEIGHTS, LOW_CONTRAST, PAGE_WIDTHS } from './browser/in-page.js'
export { CHROMIUM_ARGUMENTS, type Look, openPage } from './browser/open-page.js'
export {
  type DatabricksCli,
  type DatabricksCliOptions,
  installDatabricksCli,
} from './cli/install-databricks-cli.js'
export { type Ended, type RunOptions, runBuilt, runBuiltBeside } from './command/run-built.js'
export type { ConnectionFault, Fault, FaultHandle, RequestFault } from './faults/fault.js'
export type { GatewayFault, GatewayFaultHandle } from './gateway/gateway-fault.js'
export {
  type GatewayCounts,
  type KillMethod,
  type PostgresGateway,
  type PostgresGatewayOptions,
  startPostgresGateway,
} from './gateway/start-postgres-gateway.js'
export type { FakeWorkspaceOptions } from './options.js'
export type { FakeRequest } from './server/fake-request.js'
export type {
  ChatAnswer,
  ChatFunction,
  ChatMessage,
  ChatRefusal,
  ChatRequest,
} from './serving/chat-answer.js'
export type {
  SqlAnswer,
  SqlColumn,
  SqlContext,
  SqlErrorCode,
  SqlFailure,
  SqlFunction,
  SqlParameter,
  SqlRows,
  SqlValue,
} from './sql/sql-answer.js'
export { type FakeWorkspace, startFakeWorkspace } from './start-fake-workspace.js'
