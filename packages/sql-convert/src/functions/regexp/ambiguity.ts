import { hasContention } from './contention.js'
import type { Alternatives, Atom, Pattern, Piece } from './pattern.js'

/**
 * Why PostgreSQL may find another text than Java: Java takes the first alternative and each
 * quantifier as it comes, PostgreSQL the longest match of all (or the shortest, where the first
 * quantifier is lazy). Whether there is a match at all is the same. Undefined where nothing differs.
 */
export function ambiguity(pattern: Pattern): 'alternatives' | 'groups' | 'lazy' | undefined {
  const lazy = quantifiers(pattern.body)
  if (lazy.has(true) && lazy.has(false) && !endsAtAnchor(pattern.body)) return 'lazy'
  // With branches PostgreSQL is greedy, whatever stands in them.
  if (alternativesOf(pattern.body).some((branches) => quantifiers(branches).has(true)))
    return 'lazy'
  if (!alternativesOf(pattern.body).every(isClear)) return 'alternatives'
  return hasContention(pattern) && !endsAtAnchor(pattern.body) ? 'groups' : undefined
}

function quantifiers(body: Alternatives): ReadonlySet<boolean> {
  const found = new Set<boolean>()
  for (const { atom, quantifier } of body.flat()) {
    if (quantifier && quantifier.least !== quantifier.most) found.add(quantifier.lazy)
    if (atom.kind === 'group') for (const lazy of quantifiers(atom.body)) found.add(lazy)
  }
  return found
}

/** The end of the match is fixed then, whatever the quantifiers would like. */
function endsAtAnchor(body: Alternatives): boolean {
  const last = body.length === 1 ? body[0]?.at(-1)?.atom : undefined
  return last?.kind === 'anchor' && last.atEnd
}

function alternativesOf(body: Alternatives): readonly Alternatives[] {
  const inner = body
    .flat()
    .flatMap(({ atom }) => (atom.kind === 'group' ? alternativesOf(atom.body) : []))
  return body.length > 1 ? [body, ...inner] : inner
}

/** Each begins with another character, or they are words none of which begins a later one. */
function isClear(branches: Alternatives): boolean {
  const words = branches.map(wordOf)
  if (words.every((word) => word !== undefined)) {
    return words.every((word, place) =>
      words.slice(place + 1).every((later) => later === word || !later.startsWith(word)),
    )
  }
  const firsts = branches.map((branch) => branch[0] && firstOf(branch[0]))
  return new Set(firsts).size === firsts.length && !firsts.includes(undefined)
}

function wordOf(branch: readonly Piece[]): string | undefined {
  const letters = branch.map(({ atom, quantifier }) =>
    atom.kind === 'character' && !quantifier ? atom.character : undefined,
  )
  return letters.includes(undefined) ? undefined : letters.join('')
}

/** The character a branch must begin with. */
function firstOf({ atom, quantifier }: Piece): string | undefined {
  if (quantifier && quantifier.least === 0) return undefined
  return firstOfAtom(atom)
}

function firstOfAtom(atom: Atom): string | undefined {
  if (atom.kind === 'character') return atom.character
  if (atom.kind !== 'group' || atom.body.length !== 1) return undefined
  const first = atom.body[0]?.[0]
  return first && firstOf(first)
}
