import type { WorkloadQuery } from '../src/advise/advise-options.js'

/** A database and what is asked of it. */
export interface Workload {
  readonly name: string
  readonly setup: readonly string[]
  readonly queries: readonly WorkloadQuery[]
}
