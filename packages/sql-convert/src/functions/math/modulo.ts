import type { Bound } from '../../lower/bound.js'
import { decimalResult } from '../../lower/expression/decimal-result.js'
import { DOUBLE } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const INTEGERS = ['tinyint', 'smallint', 'int', 'bigint']

/** Remainders: mod has the sign of the number that is divided, pmod none, try_mod is NULL for a zero. */
export const MODULO_RULES: readonly FunctionRule[] = [
  ...modulo('mod', 'mod($1, $2)', 'spark_compat.mod($1, $2)'),
  ...modulo('pmod', 'spark_compat.pmod($1, $2)', 'spark_compat.pmod($1, $2)'),
  ...modulo('try_mod', 'mod($1, nullif($2, 0))', 'spark_compat.mod($1, nullif($2, 0))'),
]

function modulo(name: string, exact: string, real: string): readonly FunctionRule[] {
  return [
    ...INTEGERS.map((type) => ({ signature: `${name}(${type}, ${type}) -> ${type}`, sql: exact })),
    {
      signature: `${name}(number, number) -> double`,
      lower: (call) => ofNumbers(call, exact, real),
    },
    { signature: `${name}(double, double) -> double`, sql: real },
    { signature: `${name}(unknown, unknown) -> unknown`, sql: real },
    { signature: `${name}(unknown, number) -> unknown`, sql: real },
    { signature: `${name}(number, unknown) -> unknown`, sql: real },
  ]
}

function ofNumbers(call: FunctionCall, exact: string, real: string): Bound {
  const [left, right] = call.arguments
  if (left === undefined || right === undefined) return call.refuse('a number is missing')
  if (left.type.kind === 'float' || right.type.kind === 'float') {
    return call.template(real, [call.cast(left, DOUBLE), call.cast(right, DOUBLE)], left.type)
  }
  return call.template(exact, [left, right], decimalResult('%', left, right))
}
