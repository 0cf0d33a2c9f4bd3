import type { Place } from '../../test/open-gateway.js'

/** What a scenario wants of a client. */
export interface SubjectOptions {
  readonly place: Place
  /** Connections are replaced when they are this old. */
  readonly maxLifetimeMs: number | undefined
}

interface Transfer {
  readonly id: string
  readonly from: number
  readonly to: number
  /** The application changes its mind at the end. */
  readonly aborts: boolean
}

/** A client under test. */
export interface Subject {
  /** One row into `work`, returned: how many rows came back. */
  readonly insert: (id: string) => Promise<number>
  readonly read: (id: string) => Promise<number>
  /** Two balances and one row of `transfers`, as a whole; throws `Aborted` when it aborts. */
  readonly transfer: (transfer: Transfer) => Promise<unknown>
  /** COMMITs without an answer whose outcome it has found out. */
  readonly resolved?: () => number
  readonly close: () => Promise<void>
}

/** The application's own error. */
export class Aborted extends Error {}
