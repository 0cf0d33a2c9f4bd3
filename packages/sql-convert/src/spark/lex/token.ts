import type { Span } from '../../source/span.js'

/** A piece of Databricks SQL. Comments and white space are no tokens; `comments` keeps them. */
export type Token =
  | WordToken
  | QuotedNameToken
  | StringToken
  | NumberToken
  | BinaryToken
  | ParameterToken
  | SymbolToken
  | EndToken

/** A keyword or name without quotes; which of them it is, the place decides. */
interface WordToken extends Span {
  readonly kind: 'word'
  readonly text: string
  /** In capitals, to compare with keywords. */
  readonly upper: string
}

/** A name in back-ticks, without them. */
export interface QuotedNameToken extends Span {
  readonly kind: 'quoted name'
  readonly text: string
}

/** `'…'`, `"…"` or `r'…'`, its value unescaped. */
export interface StringToken extends Span {
  readonly kind: 'string'
  readonly value: string
}

export interface NumberToken extends Span {
  readonly kind: 'number'
  /** Digits, point and exponent, without suffix. */
  readonly digits: string
  readonly type: NumberType
}

/** Decided by the suffix, an exponent or a point. */
export type NumberType =
  | 'integer'
  | 'tinyint'
  | 'smallint'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'double'

/** `X'1F'` */
interface BinaryToken extends Span {
  readonly kind: 'binary'
  readonly hex: string
}

/** A value that comes when the statement runs, or text that a template puts in. */
export interface ParameterToken extends Span {
  readonly kind: 'parameter'
  readonly style: ParameterStyle
  /** Empty for `?` and `%s`. */
  readonly name: string
}

/** `?`, `:name`, `$1`, `%s`, `%(name)s`, `${name}`, `{{name}}` */
export type ParameterStyle =
  | 'question'
  | 'colon'
  | 'dollar number'
  | 'percent'
  | 'percent name'
  | 'dollar brace'
  | 'double brace'

export interface SymbolToken extends Span {
  readonly kind: 'symbol'
  readonly text: string
}

interface EndToken extends Span {
  readonly kind: 'end'
}
