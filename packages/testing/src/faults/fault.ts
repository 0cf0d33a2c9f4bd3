/** Strikes connections, whatever is asked on them. Open connections are cut when it begins and ends. */
export type ConnectionFault =
  /** Nobody listens: ECONNREFUSED. The kernel answers, so `fired` stays 0 and `times` is not there. */
  | { readonly kind: 'refuse-connections' }
  /** Accepted, then closed without a word (before TLS). */
  | ({ readonly kind: 'accept-close' } & Counted)
  /** Accepted, then silence: even TLS gets no answer. */
  | ({ readonly kind: 'accept-hang' } & Counted)
  /** A certificate for the right names from a CA that the client does not know. */
  | ({ readonly kind: 'unknown-ca' } & Counted)
  /** A certificate of `ca` for `elsewhere.example`. */
  | ({ readonly kind: 'wrong-name' } & Counted)

/** Strikes requests, by method and path. */
export type RequestFault = RequestMatch &
  Counted &
  (
    | { readonly kind: 'delay'; readonly delayMs: number }
    /** Read, never answered. */
    | { readonly kind: 'hang' }
    /** Read, then the connection ends in order. */
    | { readonly kind: 'close' }
    /** An answer in place of the true one; without `body` the workspace's error for that status. */
    | {
        readonly kind: 'status'
        readonly status: number
        readonly body?: unknown
        readonly headers?: Readonly<Record<string, string>>
      }
    /** Half of the true answer's body, then a TCP reset. */
    | { readonly kind: 'reset' }
    /** The first half of the true answer's body, as a complete HTTP message: JSON that breaks off. */
    | { readonly kind: 'truncate' }
    /** 200 and a page to sign in on, as from a proxy. */
    | { readonly kind: 'html-login' }
    | { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
  )

interface RequestMatch {
  readonly method?: string
  /** The whole path, or a pattern; without it every path. */
  readonly path?: string | RegExp
}

interface Counted {
  /** Lets so many pass first. */
  readonly after?: number
  /** Strikes so often, then never again; without it until lifted. */
  readonly times?: number
}

export type Fault = ConnectionFault | RequestFault

export interface FaultHandle {
  /** How often it has struck. */
  readonly fired: number
  /**
   * Settles when open connections are cut (at once for request faults). A client that keeps
   * connections and does not wait for it may meet a reset instead.
   */
  readonly inForce: Promise<void>
  /** Ends the fault. What it left hanging stays so. */
  readonly lift: () => Promise<void>
}
