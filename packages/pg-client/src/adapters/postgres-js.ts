import postgres from 'postgres'
import type { TransactionOptions } from '../client/lakebase.js'
import { ARRAY_TYPES } from '../sql/array-types.js'
import { driverFacade, type RunOnDriver } from './driver-facade.js'
import { type Begin, runDriverTransaction } from './driver-transaction.js'
import type { OpenOwnPool } from './own-pool.js'
import { runText } from './run-text.js'
import { Session } from './session.js'

/**
 * The driver's own interface over connections that do not get lost: its fragments, helpers and types, our
 * waiting and retrying. Types that are set on its `options` count, as with the driver.
 */
export function openPostgresJs(open: OpenOwnPool, options: TransactionOptions = {}): postgres.Sql {
  // It builds queries and helpers, and never connects.
  const template = postgres({ types: ARRAY_TYPES, fetch_types: false, max: 1 })
  const { parsers, serializers } = template.options
  const own = open({ parsers, serializers })
  const run: RunOnDriver = (text, statement) => runText(own, text, statement)
  const begin: Begin = (first, second) => {
    const work = second ?? first
    const how = typeof first === 'string' ? first.replace(/[^a-z ]/gi, ' ') : ''
    // Its connection may be in a read-only session.
    const mode = /\bread\s+(only|write)\b/i.test(how) ? how : `${how} read write`
    return own.calls.guard('tx', () =>
      runDriverTransaction(own, template, `begin ${mode}`, work, options),
    )
  }
  return driverFacade(template, run, {
    begin,
    end: async () => own.context.pool.close(),
    close: async () => own.context.pool.close(),
    reserve: async () => {
      const session = new Session(own)
      return driverFacade(template, (text, statement) => session.run(text, statement), {
        release: () => session.release(),
      })
    },
  })
}
