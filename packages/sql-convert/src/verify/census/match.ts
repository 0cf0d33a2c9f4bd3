import type { Mark, ResultEntry, SourceEntry } from './entry.js'

export interface Matching {
  /** Clauses of the source that have no counterpart of their own. */
  readonly lost: readonly SourceEntry[]
  /** Clauses of the result that are nobody's counterpart. */
  readonly added: readonly ResultEntry[]
}

/**
 * Pairs the clauses of source and result: the most that can be paired (Kuhn's augmenting paths), in
 * order of the texts where they agree.
 */
export function match(source: readonly SourceEntry[], result: readonly ResultEntry[]): Matching {
  const holder: (number | undefined)[] = result.map(() => undefined)
  const lost: SourceEntry[] = []
  for (const [place, entry] of source.entries()) {
    if (!takeFree(entry, place, result, holder) && !augment(place, source, result, holder)) {
      lost.push(entry)
    }
  }
  return { lost, added: result.filter((_, at) => holder[at] === undefined) }
}

/** Long lists (rows of VALUES) stand in the same order: look beside the place first. */
function takeFree(
  entry: SourceEntry,
  place: number,
  result: readonly ResultEntry[],
  holder: (number | undefined)[],
): boolean {
  for (let step = 0; step < result.length; step++) {
    const at = (place + step) % result.length
    const candidate = result[at]
    if (holder[at] === undefined && candidate && fits(entry, candidate)) {
      holder[at] = place
      return true
    }
  }
  return false
}

/** Above this a lost clause is not looked for along chains of others, whose time grows with the cube. */
const LONGEST = 400

function augment(
  place: number,
  source: readonly SourceEntry[],
  result: readonly ResultEntry[],
  holder: (number | undefined)[],
): boolean {
  if (result.length > LONGEST) return false
  const seen = new Set<number>()
  const find = (from: number): boolean => {
    const entry = source[from]
    if (!entry) return false
    for (const [at, candidate] of result.entries()) {
      if (seen.has(at) || !fits(entry, candidate)) continue
      seen.add(at)
      const before = holder[at]
      if (before === undefined || find(before)) {
        holder[at] = from
        return true
      }
    }
    return false
  }
  return find(place)
}

/** Whether each need can be met by marks of its own. */
export function fits({ needs }: SourceEntry, { marks }: ResultEntry): boolean {
  const used = new Map<Mark, number>()
  return needs.every((need) => need.some((alternative) => take(alternative, marks, used)))
}

function take(
  alternative: readonly Mark[],
  marks: ReadonlyMap<Mark, number>,
  used: Map<Mark, number>,
): boolean {
  const isThere = alternative.every((mark) => (used.get(mark) ?? 0) < (marks.get(mark) ?? 0))
  if (isThere) for (const mark of alternative) used.set(mark, (used.get(mark) ?? 0) + 1)
  return isThere
}
