import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { isJson, isScalar } from '../../type/kind-of-type.js'
import { arrayOf, INT, type SparkType, UNKNOWN } from '../../type/spark-type.js'
import type { FunctionCall } from '../rule.js'

/** The elements of an array as rows of FROM, with a column for each and one for its place. */
export interface Elements {
  /** A function in FROM; `$1` is the array. */
  readonly rows: string
  /** The name of the column. */
  readonly column: string
  readonly element: Bound
}

export function elementsOf(call: FunctionCall, array: Bound): Elements {
  const column = call.fresh('x')
  const name: Bound = { pg: { kind: 'name', parts: [column] }, type: { kind: 'variant' } }
  const type = elementType(array.type)
  if (isJson(array.type)) {
    return { rows: 'jsonb_array_elements($1)', column, element: fromJson(name, type) }
  }
  return { rows: 'unnest($1)', column, element: { ...name, type } }
}

export function elementType(type: SparkType): SparkType {
  return type.kind === 'array' ? type.element : UNKNOWN
}

/** The place of a row, from 0 on, as Spark counts. */
export function placeOf(column: string): Bound {
  const place = { kind: 'name', parts: [column] } as const
  return {
    pg: {
      kind: 'cast',
      type: 'int',
      value: { kind: 'binary', operator: '-', left: place, right: { kind: 'number', digits: '1' } },
    },
    type: INT,
  }
}

/** A column of rows in their order as an array: `from` has `$2`… for `values`. */
export function gathered(
  call: FunctionCall,
  item: Bound,
  from: string,
  order: string,
  values: readonly Bound[],
): Bound {
  const type = arrayOf(item.type)
  if (isJson(type)) {
    const text = `(SELECT coalesce(jsonb_agg($1 ORDER BY ${order}), '[]') FROM ${from})`
    return call.template(text, [toJson(item), ...values], type)
  }
  const one =
    item.untyped && isScalar(item.type) ? call.template('$1::text', [item], item.type) : item
  return call.template(`ARRAY(SELECT $1 FROM ${from} ORDER BY ${order})`, [one, ...values], type)
}

/** NULL where one of the arrays is; an array that is written out cannot be. */
export function unlessNull(call: FunctionCall, result: Bound, ...arrays: readonly Bound[]): Bound {
  const open = arrays.filter(({ pg }) => pg.kind !== 'array')
  if (open.length === 0) return result
  const conditions = open.map((_, place) => `$${place + 2} IS NOT NULL`)
  const text = `CASE WHEN ${conditions.join(' AND ')} THEN $1 END`
  return call.template(text, [result, ...open], result.type)
}
