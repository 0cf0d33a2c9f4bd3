import postgres from 'postgres'
import type { ClientPool, PooledClient } from '../../src/driver/pool-driver.js'
import type { ParameterValue } from '../../src/scenario/generator.js'

/** A pool as `pg` and `@lakebase/pg-client` have it, over the driver at hand. */
export function poolOf(url: string): ClientPool {
  const free: { readonly client: PooledClient }[] = []
  const make = () => {
    const sql = postgres(url, { max: 1, idle_timeout: 1, onnotice: () => undefined })
    const client: PooledClient = {
      query: async ({ text, values }) => {
        const { count, command } = await sql.unsafe(text, values.map(textOf))
        return { rowCount: count, command }
      },
      release: (destroy) => {
        if (destroy) void sql.end()
        else free.push({ client })
      },
    }
    return client
  }
  return { connect: async () => free.pop()?.client ?? make() }
}

function textOf(value: ParameterValue) {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'object' ? null : String(value)
}
