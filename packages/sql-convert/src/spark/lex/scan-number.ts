import { isDigit, isForeign, isLetter } from './character.js'
import { wordToken } from './scan-word.js'
import type { NumberToken, NumberType, PlainToken } from './token.js'

/** Digits, a point, an exponent, a suffix; a word that goes on behind it is no number. */
const NUMBER = /(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?(BD|[LSYDF])?(?![\p{L}\p{N}_])/iuy
const DIGITS = /\d+/y
/** `2col`: a name may begin with a digit. */
const NAME_FROM_DIGIT = /\d+[\p{L}_][\p{L}\p{N}_]*/uy
const POINT = 0x2e

const SUFFIXES: Readonly<Record<string, NumberType>> = {
  BD: 'decimal',
  L: 'bigint',
  S: 'smallint',
  Y: 'tinyint',
  D: 'double',
  F: 'float',
}

export function scanNumber(text: string, at: number): NumberToken | PlainToken {
  const plain = endOfDigits(text, at)
  if (plain !== undefined) return numberToken(text.slice(at, plain), 'integer', at, plain)
  return scanFraction(text, at) ?? nameFromDigit(text, at)
}

/** `.5`, and any other number; undefined where a name goes on behind it, as in `t.5b`. */
export function scanFraction(text: string, at: number): NumberToken | undefined {
  NUMBER.lastIndex = at
  const match = NUMBER.exec(text)
  if (!match) return undefined
  const [all, mantissa = '', exponent = '', suffix] = match
  const type = numberType(mantissa, exponent, suffix)
  return numberToken(mantissa + exponent, type, at, at + all.length)
}

/** Most numbers are digits with nothing of a number behind them; undefined for all others. */
function endOfDigits(text: string, at: number): number | undefined {
  let end = at
  let code = text.charCodeAt(end)
  while (isDigit(code)) code = text.charCodeAt(++end)
  const goesOn = code === POINT || isLetter(code) || isForeign(code)
  return end === at || goesOn ? undefined : end
}

function numberToken(text: string, type: NumberType, start: number, end: number): NumberToken {
  return { kind: 'number', text, upper: '', start, end, type }
}

function numberType(mantissa: string, exponent: string, suffix: string | undefined): NumberType {
  if (suffix !== undefined) return SUFFIXES[suffix.toUpperCase()] ?? 'integer'
  if (exponent !== '') return 'double'
  return mantissa.includes('.') ? 'decimal' : 'integer'
}

function nameFromDigit(text: string, at: number): NumberToken | PlainToken {
  NAME_FROM_DIGIT.lastIndex = at
  const word = NAME_FROM_DIGIT.exec(text)?.[0]
  if (word !== undefined) return wordToken(text, at, at + word.length)
  DIGITS.lastIndex = at
  const digits = DIGITS.exec(text)?.[0] ?? text.charAt(at)
  return numberToken(digits, 'integer', at, at + digits.length)
}
