import type { Rejection } from '../advice.js'
import type { Catalog } from '../catalog/catalog.js'
import type { PreparedQuery } from '../workload/prepared-query.js'
import { type Candidate, definitionOf, identityOf } from './candidate.js'
import { candidatesOf, type KeyWeights } from './candidates-of.js'
import { coverageOf, covers } from './covers.js'

export interface Gathered {
  readonly candidates: readonly Candidate[]
  readonly rejected: readonly Rejection[]
}

/** Candidates of all queries, each once, without those that are there already. */
export function gatherCandidates(
  queries: readonly PreparedQuery[],
  { server }: Catalog,
  most: number,
): Gathered {
  const hasTrigrams = server.extensions.includes('pg_trgm')
  const weightOf = keyWeights(queries)
  const found = new Map<string, { readonly candidate: Candidate; weight: number }>()
  for (const { uses, query } of queries) {
    for (const candidate of uses.flatMap((use) => candidatesOf(use, weightOf, hasTrigrams))) {
      const entry = found.get(identityOf(candidate)) ?? { candidate, weight: 0 }
      entry.weight += query.weight
      found.set(identityOf(candidate), entry)
    }
  }
  const sorted = [...found.values()]
    .toSorted(
      (one, other) =>
        other.weight - one.weight ||
        (identityOf(one.candidate) < identityOf(other.candidate) ? -1 : 1),
    )
    .map(({ candidate }) => candidate)
  const missing = sorted.filter((one) => existing(one) === undefined)
  return {
    candidates: missing.slice(0, most),
    rejected: [
      ...sorted.flatMap((one) => alreadyThere(one)),
      ...missing.slice(most).map((one) => untried(one, most)),
    ],
  }
}

function existing(candidate: Candidate): string | undefined {
  const index = candidate.table.indexes.find(
    (one) => one.isValid && covers(coverageOf(one), candidate),
  )
  return index?.name
}

function alreadyThere(candidate: Candidate): readonly Rejection[] {
  const name = existing(candidate)
  return name === undefined ? [] : [rejection(candidate, 'exists', `${name} does the same`)]
}

function untried(candidate: Candidate, most: number): Rejection {
  return rejection(candidate, 'untried', `more than ${most} candidates; raise maxCandidates`)
}

export function rejection(
  candidate: Candidate,
  reason: Rejection['reason'],
  why: string,
): Rejection {
  const { schema, name } = candidate.table
  return { schema, table: name, definition: definitionOf(candidate), reason, why }
}

function keyWeights(queries: readonly PreparedQuery[]): KeyWeights {
  const weights = new Map<string, number>()
  const keyOf = (schema: string, table: string, sql: string) => JSON.stringify([schema, table, sql])
  for (const { uses, query } of queries) {
    for (const { table, conditions } of uses) {
      for (const condition of conditions) {
        if (condition.kind !== 'equal') continue
        const key = keyOf(table.schema, table.name, condition.key.sql)
        weights.set(key, (weights.get(key) ?? 0) + query.weight)
      }
    }
  }
  return ({ table }, sql) => weights.get(keyOf(table.schema, table.name, sql)) ?? 0
}
