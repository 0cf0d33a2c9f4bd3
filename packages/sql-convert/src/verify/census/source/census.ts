import type { Span } from '../../../source/span.js'
import type { Expression } from '../../../spark/ast/expression.js'
import type { Query, QueryBody } from '../../../spark/ast/query.js'
import type { Clause, Need, SourceEntry } from '../entry.js'
import type { Names } from './needs.js'
import { needsOf } from './needs.js'
import { conjuncts, rootOf } from './root.js'

/** Takes down the clauses of one statement. */
export interface SourceCensus extends Names {
  readonly add: (clause: Clause, node: Span, ...needs: readonly Need[]) => void
  /** What an expression reads. */
  readonly needs: (node: Expression) => readonly Need[]
  /** A condition by its parts. */
  readonly conditions: (clause: Clause, node: Expression | undefined) => void
  /** Aggregates, windows and queries within an expression. */
  readonly expression: (node: Expression) => void
  /** With the places of its columns where it is that of the statement. */
  readonly query: (node: Query, place: QueryPlace) => void
  readonly body: (node: QueryBody, place: QueryPlace) => void
  readonly entries: readonly SourceEntry[]
}

/** `top`: its columns are those of the statement, in order; `exists`: nobody reads them. */
export type QueryPlace = 'exists' | 'inner' | 'top'

/** @param visit what goes through expressions and queries; the file of each gives its own */
export function sourceCensus(
  names: Names,
  visit: {
    readonly expression: (census: SourceCensus, node: Expression) => void
    readonly query: (census: SourceCensus, node: Query, place: QueryPlace) => void
    readonly body: (census: SourceCensus, node: QueryBody, place: QueryPlace) => void
  },
): SourceCensus {
  const entries: SourceEntry[] = []
  const census: SourceCensus = {
    ...names,
    entries,
    add: (clause, { start, end }, ...needs) => {
      // Those that can be met in one way only have the first choice.
      const inOrder = needs.toSorted((one, other) => one.length - other.length)
      entries.push({ clause, needs: inOrder, start, end })
    },
    needs: (node) => needsOf(node, names),
    conditions: (clause, node) => {
      if (!node) return
      visit.expression(census, node)
      for (const part of conjuncts(node)) {
        const root = rootOf(part)
        census.add(clause, part, ...census.needs(part), ...(root ? [root] : []))
      }
    },
    expression: (node) => visit.expression(census, node),
    query: (node, place) => visit.query(census, node, place),
    body: (node, place) => visit.body(census, node, place),
  }
  return census
}
