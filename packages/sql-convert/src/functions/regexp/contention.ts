import { charactersOf } from './characters-of.js'
import type { Alternatives, Pattern, Piece, Quantifier } from './pattern.js'

/**
 * Whether an optional or repeated group could begin with what a quantifier before it takes: there
 * Java lets the quantifier have it, and PostgreSQL whichever makes the match longer, as in
 * `[ab]*(bc)?`. An end at `$` decides alike for both.
 */
export function hasContention({ body }: Pattern): boolean {
  const found = { contention: false }
  walkAll(body, 0n, found)
  return found.contention
}

interface Found {
  contention: boolean
}

/** From what quantifiers may still take in front of the branches, to what they may take behind. */
function walkAll(body: Alternatives, open: bigint, found: Found): bigint {
  return body.reduce((behind, branch) => behind | walk(branch, open, found), 0n)
}

function walk(branch: readonly Piece[], open: bigint, found: Found): bigint {
  return branch.reduce((before, piece) => step(piece, before, found), open)
}

function step({ atom, quantifier }: Piece, open: bigint, found: Found): bigint {
  if (atom.kind === 'anchor' || atom.kind === 'look') return open
  const before = quantifier?.least === 0 ? open : 0n
  if (atom.kind === 'group') return before | stepGroup(atom.body, quantifier, open, found)
  if (!isVariable(quantifier)) return before
  return before | (atom.kind === 'back reference' ? -1n : charactersOf(atom))
}

function stepGroup(
  body: Alternatives,
  quantifier: Quantifier | undefined,
  open: bigint,
  found: Found,
): bigint {
  const behind = walkAll(body, open, found)
  if (!isVariable(quantifier)) return behind
  const first = firstOf(body)
  if (isSingle(body)) return behind | first
  const again = quantifier?.most === 1 ? 0n : behind
  if (((open | again) & first) !== 0n) found.contention = true
  return behind
}

function isVariable(quantifier: Quantifier | undefined): boolean {
  return quantifier !== undefined && quantifier.least !== quantifier.most
}

/** Groups of one character are as good as the character. */
function isSingle(body: Alternatives): boolean {
  return body.every(
    (branch) =>
      branch.length === 1 &&
      branch.every(({ atom }) => atom.kind === 'character' || atom.kind === 'class'),
  )
}

function firstOf(body: Alternatives): bigint {
  return body.reduce((first, branch) => first | firstOfBranch(branch), 0n)
}

function firstOfBranch(branch: readonly Piece[]): bigint {
  let first = 0n
  for (const { atom, quantifier } of branch) {
    if (atom.kind === 'anchor' || atom.kind === 'look') continue
    if (atom.kind === 'back reference') return -1n
    first |= atom.kind === 'group' ? firstOf(atom.body) : charactersOf(atom)
    if (quantifier?.least !== 0 && !(atom.kind === 'group' && isNullable(atom.body))) return first
  }
  return first
}

function isNullable(body: Alternatives): boolean {
  return body.some((branch) =>
    branch.every(
      ({ atom, quantifier }) =>
        quantifier?.least === 0 ||
        atom.kind === 'anchor' ||
        atom.kind === 'look' ||
        (atom.kind === 'group' && isNullable(atom.body)),
    ),
  )
}
