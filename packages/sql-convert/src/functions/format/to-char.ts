import type { Bound } from '../../lower/bound.js'
import { quoted } from '../../postgres/identifier.js'
import { type DecimalType, decimal, STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText, isConstantNull } from '../constant.js'
import { dateFormat } from '../datetime/format.js'
import { nullOf } from '../null-of.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { digitsOf, type NumberPicture, readNumberPicture } from './number-picture.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'to_char(number, string) -> string', lower: toChar },
  { signature: 'to_char(string, string) -> string', lower: toChar },
  { signature: 'to_char(unknown, string) -> string', lower: numberOrDate },
  { signature: 'to_number(string, string) -> decimal', lower: toNumber },
  { signature: 'try_to_number(string, string) -> decimal', lower: toNumber },
]

/** Numbers as text in a format of digits, and back. */
export const TO_CHAR_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'to_char', 'to_varchar'),
]

function pictureOf(call: FunctionCall): NumberPicture {
  const format = constantText(argument(call, 1))
  if (format === undefined) return call.refuse('the format must be a literal')
  return readNumberPicture(format) ?? call.refuse(`the number format ${format}`)
}

/** The format tells what the column must be. */
function numberOrDate(call: FunctionCall): Bound {
  const format = constantText(argument(call, 1))
  const isNumber = format === undefined || readNumberPicture(format) !== undefined
  return isNumber ? toChar(call) : dateFormat(call)
}

function toChar(call: FunctionCall): Bound {
  if (isConstantNull(argument(call, 1))) return nullOf(call, STRING)
  const picture = pictureOf(call)
  const value = call.cast(argument(call, 0), decimal(38, 18))
  const exact = argument(call, 0).type.kind === 'decimal' ? argument(call, 0) : value
  const text = `spark_compat.digits_text($1, ${quoted(postgresFormat(picture))}, ${quoted(hashes(picture))}, ${digitsOf(picture)}, ${picture.fraction})`
  const whole = picture.currency ? `'$' || ${text}` : text
  const signed =
    picture.sign === undefined
      ? whole
      : `spark_compat.signed_text($1, ${whole}, ${quoted(picture.sign)})`
  return call.template(signed, [exact], STRING)
}

/** A zero stands before the point also where the format has a 9 there. */
function postgresFormat({ whole, fraction }: NumberPicture): string {
  if (fraction === 0) return whole
  return `${whole.replace(/9$/, '0') || '9'}.${'0'.repeat(fraction)}`
}

/** What is written for a number that is too long. */
function hashes({ whole, fraction }: NumberPicture): string {
  const digits = whole.replaceAll(/[09]/g, '#').replaceAll(',', ' ')
  return fraction === 0 ? digits : `${digits}.${'#'.repeat(fraction)}`
}

function toNumber(call: FunctionCall): Bound {
  const picture = pictureOf(call)
  const type: DecimalType = decimal(digitsOf(picture) + picture.fraction, picture.fraction)
  const value = argument(call, 0)
  if (isConstantNull(value)) return call.cast(value, type)
  const name = call.name.startsWith('try_') ? 'try_digits_number' : 'digits_number'
  return call.template(`spark_compat.${name}($1, ${quoted(shapeOf(picture))})`, [value], type)
}

/** What a text must look like, its blanks taken out. */
function shapeOf(picture: NumberPicture): string {
  const currency = picture.currency ? '[$]' : ''
  const digits = `${currency}(?=[.,]?\\d)(?:${wholeShapes(picture.whole).join('|')})${picture.fraction === 0 ? '' : `(?:[.]\\d{0,${picture.fraction}})?`}`
  switch (picture.sign) {
    case 'S before':
      return `^[+-]?${digits}$`
    case 'MI before':
      return `^-?${digits}$`
    case 'S after':
      return `^${digits}[+-]?$`
    case 'MI after':
      return `^${digits}-?$`
    case 'PR':
      return `^(?:<${digits}>|${digits})$`
    default:
      return `^${digits}$`
  }
}

/** Groups from the left may be missing, those behind a comma are whole; zeros ask for their digits. */
function wholeShapes(whole: string): readonly string[] {
  const groups = whole.split(',')
  return groups.map((_, place) => {
    const [first = '', ...rest] = groups.slice(place)
    const least = rest.length === 0 || first.startsWith('0') ? first.replaceAll('9', '').length : 0
    return [`\\d{${least},${first.length}}`, ...rest.map((group) => `\\d{${group.length}}`)].join(
      ',',
    )
  })
}
