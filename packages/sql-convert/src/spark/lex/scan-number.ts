import type { NumberToken, NumberType } from './token.js'

/** Digits, a point, an exponent, a suffix; a word that goes on behind it is no number. */
const NUMBER = /(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?(BD|[LSYDF])?(?![\p{L}\p{N}_])/iuy
const DIGITS = /\d+/y
/** `2col`: a name may begin with a digit. */
const NAME_FROM_DIGIT = /\d+[\p{L}_][\p{L}\p{N}_]*/uy

const SUFFIXES: Readonly<Record<string, NumberType>> = {
  BD: 'decimal',
  L: 'bigint',
  S: 'smallint',
  Y: 'tinyint',
  D: 'double',
  F: 'float',
}

export function scanNumber(
  text: string,
  at: number,
): NumberToken | { kind: 'word'; text: string; upper: string; start: number; end: number } {
  NUMBER.lastIndex = at
  const match = NUMBER.exec(text)
  if (!match) return nameFromDigit(text, at)
  const [all, mantissa = '', exponent = '', suffix] = match
  return {
    kind: 'number',
    digits: mantissa + exponent,
    type: numberType(mantissa, exponent, suffix),
    start: at,
    end: at + all.length,
  }
}

function numberType(mantissa: string, exponent: string, suffix: string | undefined): NumberType {
  if (suffix !== undefined) return SUFFIXES[suffix.toUpperCase()] ?? 'integer'
  if (exponent !== '') return 'double'
  return mantissa.includes('.') ? 'decimal' : 'integer'
}

function nameFromDigit(text: string, at: number) {
  NAME_FROM_DIGIT.lastIndex = at
  const word = NAME_FROM_DIGIT.exec(text)?.[0]
  if (word !== undefined) {
    return {
      kind: 'word',
      text: word,
      upper: word.toUpperCase(),
      start: at,
      end: at + word.length,
    } as const
  }
  DIGITS.lastIndex = at
  const digits = DIGITS.exec(text)?.[0] ?? text.charAt(at)
  return { kind: 'number', digits, type: 'integer', start: at, end: at + digits.length } as const
}
