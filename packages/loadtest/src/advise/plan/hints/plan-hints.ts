import type { AdviceFinding, Proposal } from '../../advice.js'
import type { Catalog } from '../../catalog/catalog.js'
import type { Grammar } from '../../grammar/parse.js'
import type { PreparedQuery } from '../../workload/prepared-query.js'
import type { Plan } from '../plan-node.js'

export interface HintInput {
  readonly catalog: Catalog
  readonly grammar: Grammar
  readonly prepared: PreparedQuery
  /** As it is today. */
  readonly plan: Plan
  /** With the proposals. */
  readonly after: Plan
  readonly proposals: readonly Proposal[]
}

export function planHints(_input: HintInput): readonly AdviceFinding[] {
  return []
}
