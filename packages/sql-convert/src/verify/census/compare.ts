import type { Span } from '../../source/span.js'
import type { Clause, ResultEntry, SourceEntry } from './entry.js'
import { fits, match } from './match.js'
import type { ResultCount } from './result/count-result.js'
import type { SourceCount } from './source/count-source.js'

/** A clause that has no counterpart. */
export interface LostClause {
  readonly clause: Clause
  /** Of the source. */
  readonly span: Span
  readonly message: string
}

/** Every clause of the source has one of its own in the result, and no condition or limit is new. */
export function compareCounts(
  source: SourceCount,
  result: ResultCount,
  text: string,
  whole: Span,
): readonly LostClause[] {
  const isPlaced = source.outputs !== undefined && source.outputs === result.outputs
  const clauses = [...source.entries, ...result.entries].map(({ clause }) => clause)
  return [
    ...[...new Set(clauses)].flatMap((clause) => {
      const own = source.entries
        .filter((entry) => entry.clause === clause)
        .map((entry) => (isPlaced ? entry : withoutPlace(entry)))
      const { lost, added } = match(
        own,
        result.entries.filter((entry) => entry.clause === clause),
      )
      return [
        ...lost.map((entry) => lostClause(entry, text, result.entries)),
        ...newClauses(clause, added, own, whole),
      ]
    }),
    ...outputsLost(source, result, whole),
    ...newParameters(source, result, whole),
  ]
}

function withoutPlace({ needs, ...entry }: SourceEntry): SourceEntry {
  const kept = needs.filter((need) => !need.some(([mark]) => mark?.startsWith('place ')))
  return { ...entry, needs: kept }
}

function lostClause(
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

/** Clauses of which a conversion makes none of its own, but over rows that it makes itself. */
const NEVER_NEW: ReadonlySet<Clause> = new Set([
  'distinct',
  'having',
  'limit',
  'offset',
  'on',
  'set operation',
  'table',
  'target',
  'where',
])
const CONDITIONS: ReadonlySet<Clause> = new Set(['having', 'on', 'where'])

/** A copy of a clause of the source is none: an expression may be written twice. */
function newClauses(
  clause: Clause,
  added: readonly ResultEntry[],
  source: readonly SourceEntry[],
  span: Span,
): readonly LostClause[] {
  if (!NEVER_NEW.has(clause)) return []
  return added
    .filter((entry) => !entry.isOwn && !source.some((one) => fits(one, entry)))
    .filter((entry) => !CONDITIONS.has(clause) || isFilter(entry))
    .filter((entry) => clause !== 'target' || isTable(entry))
    .map(() => ({ clause, span, message: `the result has a ${clause} that the statement has not` }))
}

/** `ON TRUE` and `HAVING count(*) > 0` let all rows through, and a semi join becomes EXISTS. */
function isFilter({ marks }: ResultEntry): boolean {
  if (marks.has('root exists') || marks.has('root not exists')) return false
  return [...marks.keys()].some((mark) => /^(?:column|parameter) /.test(mark))
}

/** The columns of an INSERT may be told where the source does not. */
function isTable({ marks }: ResultEntry): boolean {
  return [...marks.keys()].some((mark) => mark.startsWith('table '))
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
