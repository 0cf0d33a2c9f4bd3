import type { ParameterValue } from '../scenario/generator.js'
import { CallSession } from './call-session.js'
import type { OpenDriver } from './session.js'

/** What we need of a pool as the package `pg` has it. */
export interface ClientPool {
  connect(): Promise<PooledClient>
}

export interface PooledClient {
  query(query: {
    /** Prepared under it. */
    readonly name?: string
    readonly text: string
    readonly values: ParameterValue[]
  }): Promise<{ readonly rowCount: number | null; readonly command: string }>
  /** With an argument the connection is thrown away. */
  release(destroy?: boolean): void
}

/**
 * Runs a scenario through a pool, as an application would: a client is taken for each transaction and
 * given back behind it. Takes `lakebase().pgPool()` of `@lakebase/pg-client`, and a `Pool` of `pg`; it
 * should have as many connections as the scenario.
 *
 * @example
 * runScenario(scenario, target, { driver: poolDriver(db.pgPool()) })
 */
export function poolDriver(pool: ClientPool): OpenDriver {
  return (steps) => {
    const names = new Map(steps.map((step, index) => [step.sql, `s${index}`]))
    return {
      open: async () => {
        let client: PooledClient | undefined
        const release = (destroy: boolean) => {
          client?.release(destroy)
          client = undefined
        }
        const query = async (text: string, values: readonly ParameterValue[]) => {
          client ??= await pool.connect()
          const name = names.get(text)
          const named = name === undefined ? {} : { name }
          const { rowCount, command } = await client.query({ ...named, text, values: [...values] })
          return { rows: rowCount ?? 0, command }
        }
        // Connects, so that a server that is not there is not found out by statements.
        await query('select 1', []).finally(() => release(false))
        return new CallSession(steps, {
          run: (step, values) => query(step === 'ROLLBACK' ? step : step.sql, values),
          release: () => release(false),
          destroy: () => release(true),
          close: async () => release(false),
        })
      },
    }
  }
}
