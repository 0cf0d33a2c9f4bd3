import type { Bound } from '../../lower/bound.js'
import { decimalResult } from '../../lower/expression/decimal-result.js'
import { numerator } from '../../lower/expression/numerator.js'
import { isString } from '../../type/kind-of-type.js'
import { BIGINT, type DecimalType, DOUBLE } from '../../type/spark-type.js'
import { constantText } from '../constant.js'
import { nullOf } from '../null-of.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

type Operator = '*' | '+' | '-' | '/'

const INTEGERS = ['tinyint', 'smallint', 'int', 'bigint']

/** Arithmetic on numbers that gives NULL where the operator would fail: for a result out of range, a division by zero. */
export const TRY_ARITHMETIC_RULES: readonly FunctionRule[] = [
  ...numbers('try_add', '+'),
  ...numbers('try_subtract', '-'),
  ...numbers('try_multiply', '*'),
  ...quotients(),
]

function numbers(name: string, operator: Operator): readonly FunctionRule[] {
  return [
    ...INTEGERS.map((type) => ({
      signature: `${name}(${type}, ${type}) -> ${type}`,
      sql:
        type === 'tinyint'
          ? `spark_compat.${name}_tinyint($1, $2)`
          : `spark_compat.${name}($1, $2)`,
    })),
    {
      signature: `${name}(number, number) -> double`,
      lower: (call) => ofNumbers(call, operator),
    },
    ...['string, integer', 'integer, string'].map(
      (types): FunctionRule => ({
        signature: `${name}(${types}) -> bigint`,
        lower: (call) => asBigints(call, name),
      }),
    ),
    { signature: `${name}(double, double) -> double`, sql: `($1 ${operator} $2)` },
    ...withUnknown(name),
  ]
}

/** A string beside an integer becomes a BIGINT. */
function asBigints(call: FunctionCall, name: string): Bound {
  const values = call.arguments.map((value) => asBigint(call, value))
  return call.template(`spark_compat.${name}($1, $2)`, values, BIGINT)
}

/** A text that is no whole number is NULL. */
function asBigint(call: FunctionCall, value: Bound): Bound {
  if (!isString(value.type)) return call.cast(value, BIGINT)
  const text = constantText(value)
  if (text !== undefined) {
    return /^\s*[+-]?\d+\s*$/.test(text) ? call.cast(value, BIGINT) : nullOf(call, BIGINT)
  }
  return call.template(
    "CASE WHEN pg_input_is_valid($1, 'bigint') THEN $1::bigint END",
    [value],
    BIGINT,
  )
}

/** Overloads decide where a type is not known. */
function withUnknown(name: string): readonly FunctionRule[] {
  return [
    ['unknown', 'unknown'],
    ['unknown', 'any'],
    ['any', 'unknown'],
  ].map((types) => ({
    signature: `${name}(${types.join(', ')}) -> unknown`,
    sql: `spark_compat.${name}($1, $2)`,
  }))
}

function quotients(): readonly FunctionRule[] {
  return [
    { signature: 'try_divide(double, double) -> double', sql: '($1 / nullif($2, 0))' },
    {
      signature: 'try_divide(integer, integer) -> double',
      sql: '($1::double precision / nullif($2, 0))',
    },
    { signature: 'try_divide(number, number) -> double', lower: (call) => ofNumbers(call, '/') },
    ...withUnknown('try_divide'),
  ]
}

/** Decimals have a range of their own: that of the precision Spark gives to the result. */
function ofNumbers(call: FunctionCall, operator: Operator): Bound {
  const [left, right] = call.arguments
  if (left === undefined || right === undefined) return call.refuse('a number is missing')
  const divisor = operator === '/' ? 'nullif($2, 0)' : '$2'
  if (left.type.kind === 'float' || right.type.kind === 'float') {
    const type = operator === '/' ? DOUBLE : left.type
    return call.template(`($1 ${operator} ${divisor})`, [left, right], type)
  }
  const type = decimalResult(operator, left, right)
  const one = operator === '/' ? { ...left, pg: numerator(left, type) } : left
  return call.template(inRange(`$1 ${operator} ${divisor}`, type), [one, right], type)
}

function inRange(value: string, { precision, scale }: DecimalType): string {
  return `spark_compat.try_decimal(${value}, ${precision}, ${scale})`
}
