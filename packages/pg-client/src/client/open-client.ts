import { systemClock } from '@lakebase/workspace'
import { openPgPool } from '../adapters/pg-pool.js'
import { openPostgresJs } from '../adapters/postgres-js.js'
import type { LakebaseOptions } from '../options.js'
import { type CallLimits, limitContext } from '../run/run-context.js'
import type { ResolvedTarget } from '../target/resolve-target.js'
import { createCalls } from './calls.js'
import { checkHealth } from './health.js'
import type { Lakebase } from './lakebase.js'
import { openContext, openTokens } from './open-context.js'
import { openUsers } from './open-users.js'
import { safeListener } from './safe-listener.js'
import { createStatements } from './statements.js'

export function openClient(
  given: LakebaseOptions,
  target: ResolvedTarget,
  onClose: () => void,
): Lakebase {
  const onEvent = safeListener(given.onEvent)
  const options = { ...given, ...(onEvent && { onEvent }) }
  const tokens = openTokens(options, target)
  const context = openContext(options, target, tokens)
  const clock = options.clock ?? systemClock
  const calls = createCalls(clock, options.onEvent)
  const statements = createStatements(context, calls)
  const limited = (limits: CallLimits) => createStatements(limitContext(context, limits), calls)
  const users = openUsers(options, target, openClient)
  const pools = [context.pool]
  const ofItsOwn: Parameters<typeof openPostgresJs>[0] = (types) => {
    const own = openContext(options, target, tokens, types)
    pools.push(own.pool)
    return { context: own, calls }
  }
  async function close(drainMs: number): Promise<void> {
    onClose()
    await Promise.all([calls.end(drainMs), users.close(drainMs)])
    for (const pool of pools) pool.close()
  }
  return {
    ...statements,
    with: limited,
    asUser: users.open,
    postgresJs: (settings) => openPostgresJs(ofItsOwn, settings),
    pgPool: (settings) => openPgPool(ofItsOwn, settings),
    stats: () => ({ ...context.pool.stats(), active: calls.active(), mints: tokens.mints() }),
    health: (limits) => checkHealth(clock, (limits ? limited(limits) : statements).read),
    close: ({ drain = 10_000 } = {}) => close(drain),
    [Symbol.asyncDispose]: () => close(10_000),
  }
}
