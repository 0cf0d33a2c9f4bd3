import type { Clause, Mark, ResultEntry } from '../entry.js'
import { type Definitions, marksOf } from './marks.js'
import type { Node } from './nodes.js'
import { conjuncts, rootsOf } from './root.js'

/** Takes down the clauses of what a statement became. */
export interface ResultCensus {
  readonly entries: readonly ResultEntry[]
  readonly definitions: Definitions
  readonly add: (clause: Clause, marks: readonly Mark[]) => void
  readonly marks: (node: Node | undefined) => readonly Mark[]
  readonly conditions: (clause: Clause, node: Node | undefined) => void
}

export function resultCensus(definitions: Definitions): ResultCensus {
  const entries: ResultEntry[] = []
  const census: ResultCensus = {
    entries,
    definitions,
    add: (clause, marks) => {
      entries.push({ clause, marks: counted(marks) })
    },
    marks: (node) => (node ? marksOf(node, definitions) : []),
    conditions: (clause, node) => {
      if (!node) return
      for (const part of conjuncts(node, definitions)) {
        census.add(clause, [...census.marks(part), ...rootsOf(part)])
      }
    },
  }
  return census
}

function counted(marks: readonly Mark[]): ReadonlyMap<Mark, number> {
  const counts = new Map<Mark, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}
