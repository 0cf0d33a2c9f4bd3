import type { Bound } from '../../lower/bound.js'
import { isInteger, isText } from '../../type/kind-of-type.js'
import { type SparkType, STRING } from '../../type/spark-type.js'
import { isConstantNull } from '../constant.js'
import type { FunctionCall } from '../rule.js'
import type { Directive } from './read-format.js'

/** The text of a value in one directive, without its blanks on the left or right. */
export function directiveText(call: FunctionCall, directive: Directive, value: Bound): Bound {
  const { conversion } = directive
  if (isConstantNull(value)) {
    const text = conversion.toLowerCase() === 'b' ? "'false'" : `'${nullText(directive)}'`
    return call.template(
      conversion === conversion.toUpperCase() ? `upper(${text})` : text,
      [],
      STRING,
    )
  }
  const text = textOf(call, directive, value)
  if (value.constant !== undefined) return text
  return call.template(`coalesce($1, '${nullText(directive)}')`, [text], STRING)
}

/** A precision cuts this word, too. */
function nullText({ precision }: Directive): string {
  return 'null'.slice(0, precision)
}

function textOf(call: FunctionCall, directive: Directive, value: Bound): Bound {
  switch (directive.conversion) {
    case 's':
    case 'S':
      return asString(call, directive, value)
    case 'd':
      return asWhole(call, directive, value)
    case 'x':
    case 'X':
    case 'o':
      return inBase(call, directive, value)
    case 'f':
      return asFixed(call, directive, value)
    case 'e':
    case 'E':
      return asScientific(call, directive, value)
    case 'b':
    case 'B':
      return asBoolean(call, directive, value)
    case 'c':
      return isInteger(value.type)
        ? call.template('chr($1)', [value], STRING)
        : mismatch(call, directive, value)
    default:
      return call.refuse(`%${directive.conversion}`)
  }
}

function mismatch(call: FunctionCall, { conversion }: Directive, { type }: Bound): never {
  return call.refuse(
    `%${conversion} of ${type.kind}`,
    'Cast the value to the type the directive is for.',
  )
}

function asString(call: FunctionCall, directive: Directive, value: Bound): Bound {
  const { kind } = value.type
  if (kind === 'date' || kind.startsWith('timestamp') || kind.endsWith('interval')) {
    return call.refuse(`%s of ${kind}: Spark writes its inner number`, 'Cast it to STRING first.')
  }
  if (directive.flags.replace('-', '') !== '') return call.refuse(`%${directive.flags}s`)
  const text = isText(value.type) ? value : call.cast(value, STRING)
  const cut = directive.precision === undefined ? '$1' : `left($1, ${directive.precision})`
  return call.template(directive.conversion === 'S' ? `upper(${cut})` : cut, [text], STRING)
}

function asWhole(call: FunctionCall, directive: Directive, value: Bound): Bound {
  if (!isInteger(value.type) && value.type.kind !== 'unknown')
    return mismatch(call, directive, value)
  return decorated(call, directive, '$1::text', value)
}

/** Flags of numbers: `,` groups, `+`, blank and `(` show the sign, `0` fills. */
function decorated(
  call: FunctionCall,
  { flags, width }: Directive,
  text: string,
  value: Bound,
): Bound {
  const shown = flags.replaceAll(/[-]/g, '')
  if (shown === '') return call.template(text, [value], STRING)
  return call.template(`spark_compat.decorated(${text}, '${shown}', ${width})`, [value], STRING)
}

function inBase(call: FunctionCall, directive: Directive, value: Bound): Bound {
  const isUnknown = value.type.kind === 'unknown'
  if (!isInteger(value.type) && !isUnknown) return mismatch(call, directive, value)
  const number = value.type.kind === 'bigint' || isUnknown ? '$1' : '$1::int'
  const name = directive.conversion === 'o' ? 'to_oct' : 'to_hex'
  const text = `${name}(${number})`
  return decorated(call, directive, directive.conversion === 'X' ? `upper(${text})` : text, value)
}

function asFixed(call: FunctionCall, directive: Directive, value: Bound): Bound {
  if (!isFraction(value.type)) return mismatch(call, directive, value)
  const exact = value.type.kind === 'decimal' ? '$1' : '$1::text::numeric'
  return decorated(call, directive, `round(${exact}, ${directive.precision ?? 6})::text`, value)
}

function isFraction({ kind }: SparkType): boolean {
  return ['decimal', 'double', 'float', 'unknown'].includes(kind)
}

/** More than these no number has in Postgres' own formats. */
const MOST_DIGITS = 100

function asScientific(call: FunctionCall, directive: Directive, value: Bound): Bound {
  if (!isFraction(value.type)) return mismatch(call, directive, value)
  const digits = directive.precision ?? 6
  if (digits > MOST_DIGITS) return call.refuse(`%.${digits}${directive.conversion}`)
  const text = `btrim(to_char($1::text::numeric, '9${digits > 0 ? `.${'0'.repeat(digits)}` : ''}EEEE'))`
  return decorated(call, directive, directive.conversion === 'E' ? `upper(${text})` : text, value)
}

/** NULL is false, and what is no boolean is true. */
function asBoolean(call: FunctionCall, directive: Directive, value: Bound): Bound {
  const text =
    value.type.kind === 'boolean' ? 'coalesce($1, FALSE)::text' : '($1 IS NOT NULL)::text'
  return call.template(directive.conversion === 'B' ? `upper(${text})` : text, [value], STRING)
}
