import type { Span } from '../../source/span.js'
import type { Clause, ResultEntry, SourceEntry } from './entry.js'
import { unmatched } from './match.js'
import type { ResultCount } from './result/count-result.js'
import type { SourceCount } from './source/count-source.js'

/** A clause that has no counterpart. */
export interface LostClause {
  readonly clause: Clause
  /** Of the source. */
  readonly span: Span
  readonly message: string
}

/** Every clause of the source has one of its own in the result, and no parameter is new. */
export function compareCounts(
  source: SourceCount,
  result: ResultCount,
  text: string,
  whole: Span,
): readonly LostClause[] {
  const clauses = new Set(source.entries.map(({ clause }) => clause))
  const isPlaced = source.outputs !== undefined && source.outputs === result.outputs
  return [
    ...[...clauses].flatMap((clause) =>
      unmatched(
        source.entries
          .filter((entry) => entry.clause === clause)
          .map((entry) => (isPlaced ? entry : withoutPlace(entry))),
        result.entries.filter((entry) => entry.clause === clause),
      ).map((entry) => lost(entry, text, result.entries)),
    ),
    ...outputsLost(source, result, whole),
    ...newParameters(source, result, whole),
  ]
}

function withoutPlace({ needs, ...entry }: SourceEntry): SourceEntry {
  const kept = needs.filter((need) => !need.some(([mark]) => mark?.startsWith('place ')))
  return { ...entry, needs: kept }
}

function lost(
  { clause, start, end }: SourceEntry,
  text: string,
  result: readonly ResultEntry[],
): LostClause {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim()
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words
  const others = result.filter((entry) => entry.clause === clause).length
  const message = `${clause} \`${shown}\` has no counterpart among ${others} of the result`
  return { clause, span: { start, end }, message }
}

function outputsLost(source: SourceCount, result: ResultCount, span: Span): readonly LostClause[] {
  if (source.outputs === undefined || result.outputs === undefined) return []
  if (source.outputs === result.outputs) return []
  const message = `the statement gives ${source.outputs} columns, the result ${result.outputs}`
  return [{ clause: 'output', span, message }]
}

function newParameters(
  source: SourceCount,
  result: ResultCount,
  span: Span,
): readonly LostClause[] {
  return [...result.parameters]
    .filter((place) => place < 1 || place > source.parameters)
    .map((place) => ({
      clause: 'parameter',
      span,
      message: `$${place} is no parameter of the statement`,
    }))
}
