import type { Proposal, UsedBy } from '../advice.js'
import { type Candidate, definitionOf } from '../candidates/candidate.js'
import { coverageOf, covers } from '../candidates/covers.js'
import { createIndexSql } from '../candidates/create-index.js'
import { indexName } from '../candidates/index-name.js'
import { bytesOf, type Choice } from '../choose/choose.js'
import { qualifiedName } from '../quote.js'
import type { AdviceParts } from './make-advice.js'

/** The chosen indexes with their names, statements and reasons, in the order of the choice. */
export function makeProposals(parts: AdviceParts): readonly Proposal[] {
  const { catalog, stage, choice } = parts
  const taken = new Map<string, Set<string>>()
  return choice.chosen.map(({ candidate, gain }) => {
    const { schema, name: table } = candidate.table
    const names = taken.get(schema) ?? new Set(catalog.takenNames(schema))
    taken.set(schema, names)
    const name = indexName(candidate, names)
    names.add(name)
    const queries = usedBy(parts, candidate)
    return {
      name,
      schema,
      table,
      definition: definitionOf(candidate),
      statement: createIndexSql(candidate, name),
      ...analyze(candidate),
      proof: stage.kindOf(candidate) ?? 'built',
      bytes: bytesOf(stage, candidate),
      saved: gain.saved,
      writeCost: gain.writeCost,
      net: gain.net,
      queries,
      makesNeedless: needless(candidate),
      why: why(queries, choice),
    }
  })
}

function analyze({ table, keys }: Candidate): { readonly analyze?: string } {
  const hasExpression = keys.some(({ column }) => column === undefined)
  return hasExpression ? { analyze: `ANALYZE ${qualifiedName(table)}` } : {}
}

function usedBy({ workload, choice }: AdviceParts, candidate: Candidate): readonly UsedBy[] {
  return workload.queries.flatMap(({ query }, place) => {
    const after = choice.after[place]
    if (!after?.used.includes(candidate)) return []
    return [{ id: query.id, costBefore: workload.before[place]?.cost ?? 0, costAfter: after.cost }]
  })
}

/** Indexes of constraints are there for another reason. */
function needless(candidate: Candidate): readonly string[] {
  return candidate.table.indexes
    .filter(({ isUnique, isConstraint }) => !isUnique && !isConstraint)
    .filter((index) => covers(candidate, coverageOf(index)))
    .map(({ name }) => name)
}

function why(queries: readonly UsedBy[], { unit }: Choice): string {
  const [best] = queries.toSorted(
    (one, other) => other.costBefore - other.costAfter - (one.costBefore - one.costAfter),
  )
  if (!best) return 'no plan uses it in the end'
  const others = queries.length === 1 ? '' : ` and ${queries.length - 1} more`
  const by = unit === 'ms' ? ', weighed by time' : ''
  return `used by ${best.id}${others}: cost ${Math.round(best.costBefore)} → ${Math.round(best.costAfter)}${by}`
}
