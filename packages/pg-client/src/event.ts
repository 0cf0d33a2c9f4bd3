/** Which call it was. */
export type CallKind = 'read' | 'sql' | 'tx' | 'write'

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
      /** From the call to its end, the wait for a connection and retries included. */
      readonly ms: number
      readonly rows?: number
      /** SQLSTATE, else the LakebaseError's code; `APPLICATION` for an error thrown in `tx`. */
      readonly failure?: string
    }
  | { readonly type: 'commit.resolved'; readonly outcome: 'aborted' | 'committed' }
  | { readonly type: 'warning'; readonly message: string }

export type Emit = (event: LakebaseEvent) => void
