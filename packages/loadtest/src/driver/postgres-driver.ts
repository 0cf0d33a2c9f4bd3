import type { ParameterValue } from '../scenario/generator.js'
import { CallSession } from './call-session.js'
import type { OpenDriver } from './session.js'

/** What we need of a client of the package `postgres`. */
export interface PostgresClient {
  unsafe(
    sql: string,
    parameters: PostgresValue[],
    options: { readonly prepare: boolean },
  ): PostgresQuery
  end(options?: { readonly timeout?: number }): Promise<void>
}

export type PostgresValue = string | number | boolean | null | readonly PostgresValue[]

export interface PostgresQuery
  extends PromiseLike<{ readonly count: number | null; readonly command: string }> {
  cancel(): void
}

/**
 * Runs a scenario through the package `postgres`, to see what an application that uses it would.
 *
 * @param connect Makes a client of one connection (`max: 1`); called for each connection of the scenario.
 * @example
 * runScenario(scenario, target, { driver: postgresDriver(() => postgres(url, { max: 1 })) })
 */
export function postgresDriver(connect: () => PostgresClient): OpenDriver {
  return (steps) => ({
    open: async () => {
      const sql = connect()
      // Connects, so that the first statement does not have to.
      await sql.unsafe('select 1', [], { prepare: false })
      let running: PostgresQuery | undefined
      return new CallSession(steps, {
        run: async (step, values: readonly ParameterValue[]) => {
          running =
            step === 'ROLLBACK'
              ? sql.unsafe(step, [], { prepare: false })
              : sql.unsafe(step.sql, values.map(postgresValue), { prepare: true })
          const { count, command } = await running
          return { rows: count ?? 0, command }
        },
        cancel: () => running?.cancel(),
        destroy: () => void sql.end({ timeout: 0 }),
        close: () => sql.end({ timeout: 1 }),
      })
    },
  })
}

/** It takes no bigint unless it is told how. */
function postgresValue(value: ParameterValue): PostgresValue {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'object' && value !== null) return value.map(postgresValue)
  return value
}
