import type { Bound } from '../../lower/bound.js'
import { INT, UNKNOWN } from '../../type/spark-type.js'
import { widerType } from '../../type/wider-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** What tests for NULL, NaN and zero, or makes one of another. */
export const NULL_RULES: readonly FunctionRule[] = [
  { signature: 'nullif(any, any) -> any', lower: nullIf },
  { signature: 'nullifzero(number) -> number', sql: 'nullif($1, 0)' },
  { signature: 'nullifzero(double) -> double', sql: 'nullif($1, 0)' },
  { signature: 'nullifzero(unknown) -> unknown', sql: 'nullif($1, 0)' },
  { signature: 'zeroifnull(number) -> number', lower: zeroIfNull },
  { signature: 'zeroifnull(double) -> double', sql: 'coalesce($1, 0)' },
  { signature: 'zeroifnull(unknown) -> unknown', sql: 'coalesce($1, 0)' },
  { signature: 'nanvl(float, float) -> float', sql: "CASE WHEN $1 = 'NaN' THEN $2 ELSE $1 END" },
  { signature: 'nanvl(double, double) -> double', sql: "CASE WHEN $1 = 'NaN' THEN $2 ELSE $1 END" },
  { signature: 'isnan(float) -> boolean', sql: "coalesce($1 = 'NaN', FALSE)" },
  { signature: 'isnan(double) -> boolean', sql: "coalesce($1 = 'NaN', FALSE)" },
  { signature: 'isnull(any) -> boolean', sql: '($1 IS NULL)' },
  { signature: 'isnotnull(any) -> boolean', sql: '($1 IS NOT NULL)' },
  { signature: 'equal_null(T, T) -> boolean', sql: '($1 IS NOT DISTINCT FROM $2)' },
]

/** Compared in the wider type, given back in the type of the first. */
function nullIf(call: FunctionCall): Bound {
  const [value, other] = call.arguments
  if (value === undefined || other === undefined) return call.refuse('two values are needed')
  const wide = widerType(value.type, other.type)
  if (wide === undefined) return call.refuse(`${value.type.kind} beside ${other.type.kind}`)
  if (wide.kind === 'unknown' || wide.kind === value.type.kind) {
    const same = wide.kind === 'unknown' ? other : call.cast(other, wide)
    return call.template('nullif($1, $2)', [typed(call, value), same], value.type)
  }
  return call.template(
    'CASE WHEN $2 = $3 THEN NULL ELSE $1 END',
    [value, call.cast(value, wide), call.cast(other, wide)],
    value.type,
  )
}

function typed(call: FunctionCall, value: Bound): Bound {
  return value.untyped ? call.cast(value, value.type) : value
}

function zeroIfNull(call: FunctionCall): Bound {
  const type = widerType(call.arguments[0]?.type ?? INT, INT) ?? UNKNOWN
  return call.template('coalesce($1, 0)', call.arguments, type)
}
