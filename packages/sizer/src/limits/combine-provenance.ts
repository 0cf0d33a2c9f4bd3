import type { Confidence, Provenance } from './limits.js'

const SUREST_FIRST: readonly Confidence[] = ['H', 'M', 'L']

/** A result of several facts is as old as the oldest and as sure as the least sure of them. */
export function combineProvenance(facts: readonly [Provenance, ...Provenance[]]): Provenance {
  const [first] = facts
  const [oldest = first.asOf] = facts.map((one) => one.asOf).toSorted()
  return {
    source: [...new Set(facts.map((one) => one.source))].join('; '),
    asOf: oldest,
    confidence: facts.map((one) => one.confidence).reduce(lessSure, first.confidence),
  }
}

function lessSure(a: Confidence, b: Confidence): Confidence {
  return SUREST_FIRST.indexOf(a) > SUREST_FIRST.indexOf(b) ? a : b
}
