import { charactersOf } from './characters-of.js'
import { asAtom, inBrackets } from './class-text.js'
import type { Alternatives, Atom, Pattern, Piece } from './pattern.js'

/** What stands behind a piece. */
interface Behind {
  /** The one character that must come next. */
  readonly character: string | undefined
  /** Whether nothing can fail behind that. */
  readonly isOpen: boolean
  /** Whether nothing can fail at all. */
  readonly isAllOpen: boolean
}

const END: Behind = { character: undefined, isOpen: true, isAllOpen: true }

/**
 * The pattern with `[^"]*"` for `.*?"`: the same where the first `"` always does, because nothing
 * behind it can fail. Other lazy quantifiers stay.
 */
export function withoutLazy(pattern: Pattern): Pattern {
  return { ...pattern, body: rewritten(pattern.body, END) }
}

function rewritten(body: Alternatives, behind: Behind): Alternatives {
  return body.length > 1 ? body : body.map((branch) => rewrittenBranch(branch, behind))
}

function rewrittenBranch(branch: readonly Piece[], behind: Behind): readonly Piece[] {
  return branch.map((piece, place) => rewrittenPiece(piece, behindOf(branch, place + 1, behind)))
}

function behindOf(branch: readonly Piece[], place: number, behind: Behind): Behind {
  const next = branch[place]
  if (next === undefined) return behind
  const isRestOpen = branch.slice(place + 1).every(isOpen) && behind.isAllOpen
  return {
    character: next.atom.kind === 'character' && !next.quantifier ? next.atom.character : undefined,
    isOpen: isRestOpen,
    isAllOpen: isOpen(next) && isRestOpen,
  }
}

/** Matches the empty text anywhere, so that it cannot fail. */
function isOpen({ atom, quantifier }: Piece): boolean {
  if (quantifier?.least === 0) return true
  return atom.kind === 'group' && atom.body.some((branch) => branch.every(isOpen))
}

function rewrittenPiece(piece: Piece, behind: Behind): Piece {
  const { atom, quantifier } = piece
  if (atom.kind === 'group' && !quantifier) {
    return { atom: { ...atom, body: rewritten(atom.body, behind) } }
  }
  const { character } = behind
  if (!quantifier?.lazy || character === undefined || !behind.isOpen) return piece
  if (atom.kind !== 'class' && atom.kind !== 'character') return piece
  const other = without(atom, character)
  const isSame = other === atom
  if (!isSame && (quantifier.least !== 0 || quantifier.most !== undefined)) return piece
  return { atom: other, quantifier: { ...quantifier, lazy: false } }
}

function without(
  atom: Extract<Atom, { readonly kind: 'character' | 'class' }>,
  character: string,
): Atom {
  const sought = charactersOf({ kind: 'character', character })
  if ((charactersOf(atom) & sought) === 0n) return atom
  const text = atom.kind === 'class' ? atom.text : asAtom(atom.character)
  if (text === '.') return { kind: 'class', text: `[^${inBrackets(character)}]` }
  const isTurned = /^\[\^[^[\]]*\]$/.test(text)
  return isTurned
    ? { kind: 'class', text: `${text.slice(0, -1)}${inBrackets(character)}]` }
    : { kind: 'class', text: `(?:(?!${asAtom(character)})${text})` }
}
