import type { Span } from '../source/span.js'

/** What the checks of one statement gave. */
export interface Verification {
  /** PostgreSQL 17's own grammar reads it; bodies of functions in SQL and PL/pgSQL too. */
  readonly grammar: Check
  /** Joins, conditions, keys, limits, parameters and columns of source and result agree. */
  readonly census: Check
  /** A Postgres plans it. */
  readonly explain: Check
}

export type Check =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly reasons: readonly CheckReason[] }
  | { readonly outcome: 'skipped'; readonly why: string }

export interface CheckReason {
  readonly message: string
  /** Which of the statement's `sql` it is about. */
  readonly statement?: number
  /** Offset in that text, in UTF-16 units. */
  readonly position?: number
  /** Place in the source, where it is about the source. */
  readonly span?: Span
  /** SQLSTATE. */
  readonly code?: string
  readonly hint?: string
}

export const PASSED: Check = { outcome: 'passed' }

export function skipped(why: string): Check {
  return { outcome: 'skipped', why }
}

export function checkOf(reasons: readonly CheckReason[]): Check {
  return reasons.length === 0 ? PASSED : { outcome: 'failed', reasons }
}
