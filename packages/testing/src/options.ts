import type { DatabaseInstance, PostgresEndpoint } from './api/lakebase-resources.js'
import type { UnityTable } from './api/unity-catalog-routes.js'
import type { Warehouse } from './api/warehouse-routes.js'
import type { ServicePrincipal } from './auth/oidc-routes.js'
import type { FakeRequest } from './server/fake-request.js'
import type { ChatFunction } from './serving/chat-answer.js'
import type { SqlFunction } from './sql/sql-answer.js'

/** What the fake workspace holds and how it answers. Everything may be left out. */
export interface FakeWorkspaceOptions {
  /** HTTPS with a certificate of `ca`; false is plain HTTP. Default true. */
  readonly tls?: boolean
  /** The clock that ages tokens, milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
  /** Accepted for ever. Default `['fake-pat']`. */
  readonly personalAccessTokens?: readonly [string, ...string[]]
  /** Default one: `fake-client-id`, `fake-client-secret`. */
  readonly servicePrincipals?: readonly [ServicePrincipal, ...ServicePrincipal[]]
  /** How `/oidc/v1/token` writes `expires_in`. Default `number`. */
  readonly expiresInAs?: 'number' | 'string'
  /** Of workspace tokens. Default 3600. */
  readonly tokenLifetimeSeconds?: number
  /** Whom personal tokens belong to. Default `ada@example.com`. */
  readonly userName?: string
  /** A reason makes the answer to an authenticated request 403 PERMISSION_DENIED. */
  readonly forbid?: (request: FakeRequest) => string | undefined
  /** Answers SQL statements; without it every statement fails. */
  readonly sql?: SqlFunction
  /** The longest that the server holds a statement call, whatever its wait_timeout. Default: that. */
  readonly maxSqlWaitMs?: number
  /** Default one: `fake-warehouse`, running. */
  readonly warehouses?: readonly Warehouse[]
  /** Lakebase Provisioned. Default none. */
  readonly databaseInstances?: readonly DatabaseInstance[]
  /** Lakebase Autoscaling. Default none. */
  readonly postgresEndpoints?: readonly PostgresEndpoint[]
  /** Endpoints in one page of a list. Default all. */
  readonly postgresPageSize?: number
  /** Unity Catalog tables by full name. Default none. */
  readonly tables?: Readonly<Record<string, UnityTable>>
  /** Names of model serving endpoints. Default none. */
  readonly servingEndpoints?: readonly string[]
  /** Answers chat requests; without it every one is a 500. */
  readonly chat?: ChatFunction
}

/** The options with nothing left out. */
export type Settings = Required<FakeWorkspaceOptions>

export function withDefaults(options: FakeWorkspaceOptions): Settings {
  return {
    tls: true,
    now: Date.now,
    personalAccessTokens: ['fake-pat'],
    servicePrincipals: [{ clientId: 'fake-client-id', clientSecret: 'fake-client-secret' }],
    expiresInAs: 'number',
    tokenLifetimeSeconds: 3600,
    userName: 'ada@example.com',
    forbid: () => undefined,
    sql: () => {
      throw new Error('startFakeWorkspace was given no sql function')
    },
    maxSqlWaitMs: 50_000,
    warehouses: [{ id: 'fake-warehouse', name: 'Fake warehouse', state: 'RUNNING' }],
    databaseInstances: [],
    postgresEndpoints: [],
    postgresPageSize: 1000,
    tables: {},
    servingEndpoints: [],
    chat: () => {
      throw new Error('startFakeWorkspace was given no chat function')
    },
    ...options,
  }
}
