import { randomUUID } from 'node:crypto'
import type { DatabaseToken } from './lakebase-resources.js'

export interface DatabaseTokens {
  /** Every token given out, oldest first. */
  readonly list: readonly DatabaseToken[]
  readonly mint: (
    request: Omit<DatabaseToken, 'token' | 'expiresAtMs'> & { readonly lifetimeSeconds: number },
  ) => DatabaseToken
}

export function createDatabaseTokens(now: () => number): DatabaseTokens {
  const list: DatabaseToken[] = []
  return {
    list,
    mint: ({ lifetimeSeconds, ...request }) => {
      const minted: DatabaseToken = {
        token: `fake-database-token-${randomUUID()}`,
        expiresAtMs: now() + lifetimeSeconds * 1000,
        ...request,
      }
      list.push(minted)
      return minted
    },
  }
}
