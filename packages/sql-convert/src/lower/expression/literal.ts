import type { Expression } from '../../spark/ast/expression.js'
import type { NumberType } from '../../spark/lex/token.js'
import { isDatetime } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { BINARY, BOOLEAN, decimal, type SparkType } from '../../type/spark-type.js'
import { BOUND_NULL, type Bound, boundText } from '../bound.js'
import { datetimeLiteral } from '../cast/datetime-literal.js'
import type { Lowerer } from '../lowerer.js'
import { cast, number, text } from '../pg.js'

export function lowerLiteral(value: string | boolean | null | { readonly hex: string }): Bound {
  if (value === null) return BOUND_NULL
  if (typeof value === 'boolean') {
    return { pg: number(value ? 'TRUE' : 'FALSE'), type: BOOLEAN, constant: value }
  }
  if (typeof value === 'string') return boundText(value)
  const hex = value.hex.length % 2 === 0 ? value.hex : `0${value.hex}`
  return { pg: cast(text(`\\x${hex}`), 'bytea'), type: BINARY }
}

const LARGEST_INT = 2147483647n
const LARGEST_BIGINT = 9223372036854775807n

export function lowerNumber(digits: string, type: NumberType): Bound {
  const constant = Number(digits)
  switch (type) {
    case 'integer':
      return integer(digits)
    case 'bigint':
      return { pg: cast(number(digits), 'bigint'), type: { kind: 'bigint' }, constant }
    case 'tinyint':
    case 'smallint':
      return { pg: cast(number(digits), 'smallint'), type: { kind: type }, constant }
    case 'float':
    case 'double':
      return {
        pg: cast(number(digits), postgresType({ kind: type })),
        type: { kind: type },
        constant,
      }
    case 'decimal':
      return { pg: number(digits), type: decimalOf(digits), constant }
  }
}

function integer(digits: string): Bound {
  const value = BigInt(digits)
  const constant = Number(digits)
  if (value <= LARGEST_INT) return { pg: number(digits), type: { kind: 'int' }, constant }
  if (value <= LARGEST_BIGINT) return { pg: number(digits), type: { kind: 'bigint' }, constant }
  return { pg: number(digits), type: decimal(digits.length, 0), constant }
}

/** The smallest decimal that holds a literal: `1.50` is DECIMAL(3, 2), `0.05` DECIMAL(2, 2). */
function decimalOf(digits: string): SparkType {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const significant = `${whole}${fraction}`.replace(/^0+/, '').length
  if (scale < 0) return decimal(significant - scale, 0)
  return decimal(Math.max(significant, scale, 1), scale)
}

const SPECIAL: ReadonlySet<string> = new Set(['now', 'today', 'tomorrow', 'yesterday', 'epoch'])

export function lowerTypedLiteral(
  { context }: Lowerer,
  literal: Extract<Expression, { readonly kind: 'typed literal' }>,
): Bound {
  const type = typeOf(literal.type)
  const value = isDatetime(type)
    ? datetimeLiteral(literal.value, type)
    : literal.value.replace(/(\.\d{6})\d+/, '$1')
  if (value === undefined || (SPECIAL.has(value.toLowerCase()) && type.kind === 'time')) {
    return context.refuse(`${literal.type} '${literal.value}'`, literal)
  }
  if (isFarAway(value)) {
    context.note({
      grade: 'approximate',
      because: 'Years before 1 and after 9999 are written in another way, and may not be read.',
      span: literal,
    })
  }
  return { pg: cast(text(value), postgresType(type)), type }
}

function isFarAway(value: string): boolean {
  return /^[+-]|^\d{5,}-|BC$/.test(value.trim())
}

function typeOf(name: string): SparkType {
  switch (name) {
    case 'DATE':
      return { kind: 'date' }
    case 'TIME':
      return { kind: 'time' }
    case 'TIMESTAMP_NTZ':
      return { kind: 'timestamp_ntz' }
    default:
      return { kind: 'timestamp' }
  }
}
