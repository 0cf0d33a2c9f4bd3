import type { Advice, AdviceFinding, Proposal } from '../advice.js'
import type { WorkloadQuery } from '../advise-options.js'
import type { Candidate } from '../candidates/candidate.js'
import type { Gathered } from '../candidates/gather-candidates.js'
import type { Catalog } from '../catalog/catalog.js'
import type { Choice } from '../choose/choose.js'
import type { Grammar } from '../grammar/parse.js'
import type { Stage } from '../prove/open-trials.js'
import type { RunSql } from '../run-sql.js'
import type { PlannedWorkload } from '../workload/plan-before.js'
import { makeProposals } from './make-proposals.js'
import { queryAdvice } from './query-advice.js'
import { rejections } from './rejections.js'

export interface AdviceParts {
  readonly run: RunSql
  readonly catalog: Catalog
  readonly grammar: Grammar
  readonly stage: Stage
  readonly workload: PlannedWorkload
  readonly gathered: Gathered
  readonly choice: Choice
  readonly findings: readonly AdviceFinding[]
  /** As they were given. */
  readonly order: readonly WorkloadQuery[]
}

/** Puts the result together. */
export function makeAdvice(parts: AdviceParts): Advice {
  const { stage, gathered, choice, findings, order } = parts
  const proposals = makeProposals(parts)
  return {
    schemaVersion: 1,
    hasProposals: proposals.length > 0,
    proof: proofOf(stage, gathered.candidates),
    unit: choice.unit,
    proposals,
    rejected: rejections(parts, names(choice, proposals)),
    queries: order.flatMap((query) => queryAdvice(parts, query)),
    findings,
  }
}

function names({ chosen }: Choice, proposals: readonly Proposal[]): ReadonlyMap<Candidate, string> {
  return new Map(chosen.map(({ candidate }, place) => [candidate, proposals[place]?.name ?? '']))
}

function proofOf(stage: Stage, candidates: readonly Candidate[]): Advice['proof'] {
  const kinds = new Set(candidates.flatMap((one) => stage.kindOf(one) ?? []))
  if (kinds.size === 2) return 'built and hypothetical'
  const [kind = 'none'] = kinds
  return kind
}
