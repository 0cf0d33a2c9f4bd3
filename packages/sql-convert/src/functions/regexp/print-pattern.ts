import { asAtom } from './class-text.js'
import type { Alternatives, Atom, Pattern, Piece, Quantifier } from './pattern.js'

/** `kept`: groups as they are; `whole`: one group round everything, which then is the first; `none`. */
export type Groups = 'kept' | 'none' | 'whole'

/** A pattern in PostgreSQL's words (advanced regular expressions, 17). */
export function printPattern(pattern: Pattern, groups: Groups): string {
  const hasReferences = printBody(pattern.body, 0, true) !== printBody(pattern.body, 1, true)
  const flags = `${pattern.ignoreCase ? 'i' : ''}${pattern.lines ? 'w' : ''}`
  const prefix = flags === '' ? '' : `(?${flags})`
  if (groups === 'kept') return prefix + printBody(pattern.body, 0, true)
  if (!hasReferences) return prefix + printBody(pattern.body, 0, false)
  return groups === 'whole'
    ? `${prefix}(${printBody(pattern.body, 1, true)})`
    : prefix + printBody(pattern.body, 0, true)
}

function printBody(body: Alternatives, shift: number, captures: boolean): string {
  return body
    .map((branch) => branch.map((piece) => printPiece(piece, shift, captures)).join(''))
    .join('|')
}

function printPiece({ atom, quantifier }: Piece, shift: number, captures: boolean): string {
  return printAtom(atom, shift, captures) + (quantifier ? printQuantifier(quantifier) : '')
}

function printAtom(atom: Atom, shift: number, captures: boolean): string {
  switch (atom.kind) {
    case 'character':
      return asAtom(atom.character)
    case 'class':
    case 'anchor':
      return atom.text
    case 'group': {
      const open = atom.capture !== undefined && captures ? '(' : '(?:'
      return `${open}${printBody(atom.body, shift, captures)})`
    }
    case 'look':
      return `(?${atom.sign}${printBody(atom.body, shift, captures)})`
    case 'back reference':
      return `\\${atom.group + shift}`
  }
}

function printQuantifier({ least, most, lazy }: Quantifier): string {
  return bounds(least, most) + (lazy ? '?' : '')
}

function bounds(least: number, most: number | undefined): string {
  if (most === undefined) return ['*', '+'][least] ?? `{${least},}`
  if (least === 0 && most === 1) return '?'
  return least === most ? `{${least}}` : `{${least},${most}}`
}
