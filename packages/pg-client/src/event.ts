import { LakebaseError } from './lakebase-error.js'

/** Which call it was. */
export type CallKind = 'cursor' | 'read' | 'sql' | 'tx' | 'write'

/** What the client did on its own, for logs and metrics. Holds no secret and no statement. */
export type LakebaseEvent =
  | { readonly type: 'token.refresh'; readonly ms: number; readonly expiresAt: Date }
  | { readonly type: 'token.error'; readonly servingStale: boolean; readonly message: string }
  | { readonly type: 'connection.open'; readonly ms: number }
  | {
      readonly type: 'connection.retire'
      readonly reason: 'closed' | 'idle' | 'lifetime'
      readonly ageMs: number
    }
  | { readonly type: 'connection.lost'; readonly ageMs: number }
  | {
      readonly type: 'connect.retry'
      readonly code: string | undefined
      readonly failures: number
      readonly delayMs: number
    }
  | { readonly type: 'retry'; readonly work: 'read' | 'transaction'; readonly attempt: number }
  | {
      readonly type: 'call'
      readonly kind: CallKind
      /** From the call to its end, the wait for a connection and retries included; a cursor's with its whole loop. */
      readonly ms: number
      readonly rows?: number
      /** SQLSTATE, else the LakebaseError's code; `APPLICATION` for an error thrown in `tx`. */
      readonly failure?: string
    }
  | { readonly type: 'commit.resolved'; readonly outcome: 'aborted' | 'committed' }

/** For the event of a call. The application's own errors pass through `tx`. */
export function failureOf(error: unknown): string {
  if (!(error instanceof LakebaseError)) return 'APPLICATION'
  return error.sqlState ?? error.code
}

export type Emit = (event: LakebaseEvent) => void
