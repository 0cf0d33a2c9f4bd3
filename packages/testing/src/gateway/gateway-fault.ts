/** What can go wrong between a client and its Postgres. */
export type GatewayFault =
  /** Nobody listens: ECONNREFUSED. */
  | { readonly kind: 'refuse-connections' }
  /** Accepted, then closed, reset, or left without a word. */
  | { readonly kind: 'accept-close' | 'accept-reset' | 'accept-hang' }
  /** The server says no before the login: 57P03 starting up, 53300 too many connections. */
  | { readonly kind: 'starting-up' | 'too-many-connections' }
  /** Logins are held until `delayMs` after the first of them, as by a compute that wakes up. */
  | { readonly kind: 'cold-start'; readonly delayMs: number }
  /** 'N' in answer to the request for TLS. */
  | { readonly kind: 'no-tls' }
  /** The right names in a certificate of a CA that nobody knows. */
  | { readonly kind: 'unknown-ca' }
  /** The server does the work, and the connection is reset instead of the answer: every nth message. */
  | { readonly kind: 'lose-answer'; readonly every: number }
  /** The same for every nth COMMIT. */
  | { readonly kind: 'lose-commit'; readonly every: number }
  /** Every nth COMMIT does not reach the server, and the connection is reset: to the client it looks the same. */
  | { readonly kind: 'drop-commit'; readonly every: number }
  /** Open connections stay open and nothing passes, in either direction; on those never again. */
  | { readonly kind: 'blackhole' }
  /** Answers come `delayMs` late. */
  | { readonly kind: 'slow'; readonly delayMs: number }

export interface GatewayFaultHandle {
  /** How often it has struck; 0 for `refuse-connections`, where the kernel answers. */
  readonly fired: number
  readonly lift: () => Promise<void>
}

/** The faults in force. */
export interface GatewayFaults {
  readonly active: Set<{ readonly fault: GatewayFault; fired: number }>
  /** The first in force of these kinds, counted as having struck. */
  readonly strike: (...kinds: readonly GatewayFault['kind'][]) => GatewayFault | undefined
}

export function createGatewayFaults(): GatewayFaults {
  const active: GatewayFaults['active'] = new Set()
  return {
    active,
    strike: (...kinds) => {
      for (const entry of active) {
        if (!kinds.includes(entry.fault.kind)) continue
        entry.fired++
        return entry.fault
      }
      return undefined
    },
  }
}
