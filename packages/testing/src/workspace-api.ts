import { databaseRoutes } from './api/database-routes.js'
import { createDatabaseTokens } from './api/database-tokens.js'
import type { DatabaseToken } from './api/lakebase-resources.js'
import { postgresRoutes } from './api/postgres-routes.js'
import { scimRoutes } from './api/scim-routes.js'
import { unityCatalogRoutes } from './api/unity-catalog-routes.js'
import { warehouseRoutes } from './api/warehouse-routes.js'
import { type AccessToken, createAccessTokens, type Principal } from './auth/access-tokens.js'
import { answerOidc } from './auth/oidc-routes.js'
import type { Settings } from './options.js'
import type { FakeRequest } from './server/fake-request.js'
import { ApiError, type Reply } from './server/reply.js'
import { findRoute } from './server/route.js'
import { servingRoutes } from './serving/serving-routes.js'
import { statementRoutes } from './sql/statement-routes.js'

export interface WorkspaceApi {
  readonly databaseTokens: readonly DatabaseToken[]
  readonly mintAccessToken: (lifetimeSeconds?: number) => AccessToken
  readonly revokeAccessToken: (token: string) => void
  readonly answer: (request: FakeRequest) => Promise<Reply>
}

/** Everything that the workspace says when no fault is in the way. */
export function createWorkspaceApi(
  settings: Settings,
  host: string,
  closing: AbortSignal,
): WorkspaceApi {
  const { now } = settings
  const user: Principal = { userName: settings.userName }
  const accessTokens = createAccessTokens(settings.personalAccessTokens, user, now)
  const databaseTokens = createDatabaseTokens(now)
  const routes = [
    ...scimRoutes(),
    ...databaseRoutes(settings.databaseInstances, databaseTokens),
    ...postgresRoutes({
      endpoints: settings.postgresEndpoints,
      pageSize: settings.postgresPageSize,
      tokens: databaseTokens,
      now,
    }),
    ...unityCatalogRoutes(settings.tables),
    ...warehouseRoutes(settings.warehouses),
    ...servingRoutes({ endpoints: settings.servingEndpoints, chat: settings.chat, now }),
    ...statementRoutes({
      sql: settings.sql,
      warehouseIds: settings.warehouses.map(({ id }) => id),
      maxSqlWaitMs: settings.maxSqlWaitMs,
      closing,
    }),
  ]

  async function answer(request: FakeRequest): Promise<Reply> {
    const open = answerOidc(request, host, settings, accessTokens)
    if (open !== undefined) return open
    const principal = accessTokens.authenticate(request.headers.authorization)
    const reason = settings.forbid(request)
    if (reason !== undefined) throw new ApiError(403, 'PERMISSION_DENIED', reason)
    const { route, parts } = findRoute(routes, request)
    return route.answer({ request, parts, principal })
  }

  return {
    databaseTokens: databaseTokens.list,
    mintAccessToken: (lifetimeSeconds = settings.tokenLifetimeSeconds) =>
      accessTokens.mint(user, lifetimeSeconds),
    revokeAccessToken: accessTokens.revoke,
    answer: (request) =>
      answer(request).catch((error: unknown) => {
        if (error instanceof ApiError) return error.reply
        const message = `A function of the test threw: ${String(error)}`
        return new ApiError(500, 'INTERNAL_ERROR', message).reply
      }),
  }
}
