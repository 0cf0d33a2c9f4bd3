/** A regular expression of Java, as far as PostgreSQL has the same. */
export interface Pattern {
  readonly body: Alternatives
  /** How many groups capture. */
  readonly groups: number
  /** Names of groups, in small letters no less: with the number of each. */
  readonly names: ReadonlyMap<string, number>
  readonly ignoreCase: boolean
  /** `^` and `$` also stand at line breaks. */
  readonly lines: boolean
}

/** Branches between `|`, each a row of pieces. */
export type Alternatives = readonly (readonly Piece[])[]

export interface Piece {
  readonly atom: Atom
  readonly quantifier?: Quantifier
}

export interface Quantifier {
  readonly least: number
  /** Undefined where there is no end. */
  readonly most: number | undefined
  readonly lazy: boolean
}

export type Atom =
  | { readonly kind: 'character'; readonly character: string }
  /** In PostgreSQL's words. */
  | { readonly kind: 'class'; readonly text: string }
  | { readonly kind: 'anchor'; readonly text: string; readonly atEnd: boolean }
  | { readonly kind: 'group'; readonly capture?: number; readonly body: Alternatives }
  | { readonly kind: 'look'; readonly sign: '!' | '<!' | '<=' | '='; readonly body: Alternatives }
  | { readonly kind: 'back reference'; readonly group: number }

/** What a pattern has that PostgreSQL has not. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
}
