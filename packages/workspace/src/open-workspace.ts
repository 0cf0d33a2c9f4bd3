import { createChat } from './api/chat.js'
import { databaseCredential } from './api/database-credential.js'
import { getTable } from './api/get-table.js'
import { listServingEndpoints } from './api/list-serving-endpoints.js'
import { listWarehouses } from './api/list-warehouses.js'
import { systemClock } from './clock.js'
import type { Access } from './credentials/access.js'
import { processEnvironment } from './credentials/process-environment.js'
import { resolveAccess } from './credentials/resolve-access.js'
import { describeAccess } from './describe-access.js'
import { createExchange } from './http/exchange.js'
import { DEFAULT_LIMITS } from './http/limits.js'
import { createRequest } from './http/request.js'
import { createScrubber } from './secrets/scrubber.js'
import { createRunSql } from './sql/create-run-sql.js'
import { openTokenSource } from './tokens/open-token-source.js'
import type { Workspace } from './workspace.js'
import { WorkspaceError } from './workspace-error.js'
import type { WorkspaceOptions } from './workspace-options.js'

/**
 * Finds out which workspace is configured and how to sign in to it. Reads `~/.databrickscfg`; the first
 * call asks for a token, not this.
 *
 * @throws WorkspaceError CONFIG when nothing, or too much, is configured.
 * @example
 * const workspace = openWorkspace({ dotEnv: parseDotEnv(text, '.env').values })
 * const { rows } = await workspace.runSql('select count(*) as n from main.shop.orders')
 */
export function openWorkspace(options: WorkspaceOptions = {}): Workspace {
  const env = options.env ?? processEnvironment()
  const access = resolveAccess(options, env)
  const clock = options.clock ?? systemClock
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const scrubber = createScrubber()
  const host = access.host.value
  const exchange = createExchange({ host, ca: options.ca, env, limits })
  const tokens = openTokenSource({ access, exchange, env, limits, clock, scrubber })
  const request = createRequest({ exchange, tokens, clock, limits, signInHint: signInHint(access) })
  const guard = createGuard(scrubber.scrub)
  const { ca, connectDriver } = options
  return {
    host,
    authType: access.method.type,
    request: guard(request),
    runSql: guard(createRunSql({ access, request, tokens, clock, ca, connectDriver })),
    chat: guard(createChat(request, access)),
    databaseCredential: guard(async (target, { signal } = {}) => {
      const credential = await databaseCredential(request, target, signal)
      scrubber.learn(credential.token)
      return credential
    }),
    listServingEndpoints: guard(async ({ signal } = {}) => listServingEndpoints(request, signal)),
    listWarehouses: guard(async ({ signal } = {}) => listWarehouses(request, signal)),
    getTable: guard(async (fullName, { signal } = {}) => getTable(request, fullName, signal)),
    describe: () => describeAccess(access),
  }
}

/** No error leaves with a secret in it, whoever wrote the text. */
function createGuard(scrub: (text: string) => string) {
  return <Args extends readonly unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await call(...args)
      } catch (error) {
        throw error instanceof WorkspaceError ? error.scrubbed(scrub) : error
      }
    }
}

function signInHint({ host, method }: Access): string {
  switch (method.type) {
    case 'pat':
      return `The token (${method.source}) is wrong, has expired or was revoked: make a new one in the workspace, Settings > Developer.`
    case 'oauth-m2m':
      return `The service principal ${method.clientId} (${method.source}) may not use this workspace.`
    case 'databricks-cli':
      return `Run: databricks auth login ${method.profile ? `--profile ${method.profile}` : `--host ${host.value}`}`
    case 'function':
      return 'The token that getToken returned was refused.'
  }
}
