import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { arrayOf, BIGINT, BOOLEAN, INT, VOID } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { argument, known, typedArgument } from './known.js'
import { sortKeys } from './sort-keys.js'

export const EXTREME_RULES: readonly FunctionRule[] = [
  { signature: 'min(any) -> unknown', lower: extreme },
  { signature: 'max(any) -> unknown', lower: extreme },
  { signature: 'min_by(any, any) -> unknown', lower: extremeBy, grade: 'equivalent' },
  { signature: 'max_by(any, any) -> unknown', lower: extremeBy, grade: 'equivalent' },
  { signature: 'min_by(any, any, int) -> unknown', lower: extremesBy, grade: 'equivalent' },
  { signature: 'max_by(any, any, int) -> unknown', lower: extremesBy, grade: 'equivalent' },
]

function extreme(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const { type } = value
  switch (type.kind) {
    case 'boolean': {
      const name = call.name === 'min' ? 'bool_and' : 'bool_or'
      return call.aggregate({ name, arguments: [value], distinct: false }, BOOLEAN)
    }
    case 'binary': {
      const hex = call.template("encode($1, 'hex')", [value], type)
      const found = call.aggregate({ name: call.name, arguments: [hex] }, type)
      return call.template("decode($1, 'hex')", [found], type)
    }
    case 'array':
      call.note(
        'approximate',
        'NULL in an array is greater than all values, where in Spark it is less',
      )
      return call.aggregate({ name: call.name, arguments: [value], distinct: false }, type)
    case 'struct':
    case 'map':
    case 'variant':
      return item(call, value, value)
    default:
      return call.aggregate({ name: call.name, arguments: [value], distinct: false }, type)
  }
}

function extremeBy(call: FunctionCall): Bound {
  return item(call, typedArgument(call, 0), typedArgument(call, 1))
}

function extremesBy(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const type = arrayOf(value.type)
  if (value.type.kind === 'array') call.refuse(`${call.name} of several arrays`)
  const list = sorted(call, value, typedArgument(call, 1))
  if (toJson(value) === value) {
    const texts = call.template('to_jsonb(($1)[1:$2])', [list, argument(call, 2)], type)
    return fromJson(texts, type)
  }
  return call.template('($1)[1:$2]', [list, call.cast(argument(call, 2), INT)], type)
}

/** The value of the row that comes first. */
function item(call: FunctionCall, value: Bound, by: Bound): Bound {
  if (call.source.over !== undefined) return itemOfWindow(call, value, by)
  if (value.type.kind !== 'array') {
    return call.template('($1)[1]', [sorted(call, value, by)], value.type)
  }
  const json = call.template('($1)[1]', [sorted(call, toJson(value), by)], { kind: 'variant' })
  return fromJson(json, value.type)
}

/** Of the whole partition: the first value in the order of `by`, which NULL ends. */
function itemOfWindow(call: FunctionCall, value: Bound, by: Bound): Bound {
  const { over, filter } = call.source
  if (typeof over !== 'object' || over.orderBy.length > 0 || over.base !== undefined || filter) {
    call.refuse(
      `${call.name} over a window in an order`,
      'Take first_value over a window that is ordered by the second argument.',
    )
  }
  const keys = sortKeys(call, by, call.name.startsWith('max'))
  const windowOrder = [
    { value: call.template('$1 IS NULL', [by], BOOLEAN), descending: false },
    ...keys,
  ]
  const best = call.aggregate({ name: 'first_value', arguments: [value], windowOrder }, value.type)
  const count = call.aggregate({ name: 'count', arguments: [by] }, BIGINT)
  return call.template('CASE WHEN $2 > 0 THEN $1 END', [best, count], value.type)
}

function sorted(call: FunctionCall, value: Bound, by: Bound): Bound {
  if (call.source.over !== undefined) {
    call.refuse(
      `${call.name} over a window has no counterpart for this type`,
      'Take first_value over a window that is ordered by the second argument.',
    )
  }
  const orderBy = sortKeys(call, by, call.name.startsWith('max'))
  const filter = known(call, by)
  return call.aggregate(
    { name: 'array_agg', arguments: [value], orderBy, filter, distinct: false },
    VOID,
  )
}
