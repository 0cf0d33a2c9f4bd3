import type { Driver } from '../driver/session.js'
import type { StatementStep } from '../scenario/scenario.js'
import type { Target } from '../target.js'
import { openConnection } from './open-connection.js'
import { prepare } from './statement/prepare.js'
import { PreparedBatches, statementName } from './statement/prepared-batches.js'
import { WireSession } from './wire-session.js'

/** Speaks the protocol of Postgres itself: the cheapest way from here to the server. */
export function wireDriver(
  target: Target,
  steps: readonly StatementStep[],
  connectTimeoutMs: number,
): Driver {
  const statements = steps.map((step, index) => ({ name: statementName(index), step }))
  return {
    open: async () => {
      const connection = await openConnection(target, connectTimeoutMs)
      const prepared = await prepare(connection, statements)
      return new WireSession(connection, target, new PreparedBatches(steps, prepared))
    },
  }
}
