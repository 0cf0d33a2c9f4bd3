import type { Clause, Mark, ResultEntry } from '../entry.js'
import { type Definitions, marksOf } from './marks.js'
import type { Node } from './nodes.js'
import { conjuncts, rootsOf } from './root.js'

/** Takes down the clauses of what a statement became. */
export interface ResultCensus {
  readonly entries: readonly ResultEntry[]
  readonly definitions: Definitions
  readonly add: (clause: Clause, marks: readonly Mark[], isOwn?: boolean) => void
  readonly marks: (node: Node | undefined) => readonly Mark[]
  readonly conditions: (clause: Clause, node: Node | undefined, isOwn?: boolean) => void
}

export function resultCensus(definitions: Definitions): ResultCensus {
  const entries: ResultEntry[] = []
  const census: ResultCensus = {
    entries,
    definitions,
    add: (clause, marks, isOwn = false) => {
      entries.push({ clause, marks: counted(marks), isOwn })
    },
    marks: (node) => (node ? marksOf(node, definitions) : []),
    conditions: (clause, node, isOwn = false) => {
      if (!node) return
      for (const part of conjuncts(node, definitions)) {
        census.add(clause, [...census.marks(part), ...rootsOf(part)], isOwn)
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
