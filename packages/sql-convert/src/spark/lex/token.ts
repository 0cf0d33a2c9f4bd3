import type { Span } from '../../source/span.js'

/** A piece of Databricks SQL. Comments and white space are no tokens; `comments` keeps them. */
export type Token = PlainToken | NumberToken | ParameterToken

/**
 * - `word`: a keyword or name without quotes; which of them it is, the place decides;
 * - `quoted name`: a name in back-ticks, without them;
 * - `string`: `'…'`, `"…"` or `r'…'`, its value unescaped;
 * - `binary`: `X'1F'`, its digits;
 * - `symbol`: `<=>`, `(`, …;
 * - `end`: stands behind the last of a text.
 */
export interface PlainToken extends TokenText {
  readonly kind: 'binary' | 'end' | 'quoted name' | 'string' | 'symbol' | 'word'
}

export interface NumberToken extends TokenText {
  /** Its text is digits, point and exponent, without suffix. */
  readonly kind: 'number'
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

/** A value that comes when the statement runs, or text that a template puts in. */
export interface ParameterToken extends TokenText {
  /** Its text is the name; empty for `?` and `%s`. */
  readonly kind: 'parameter'
  readonly style: ParameterStyle
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

interface TokenText extends Span {
  readonly text: string
  /** Of a word: in capitals, to compare with keywords. Empty for all that is no word. */
  readonly upper: string
}

export function plainToken(
  kind: PlainToken['kind'],
  text: string,
  start: number,
  end: number,
): PlainToken {
  return { kind, text, upper: '', start, end }
}
