import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import type { PgExpression } from '../../postgres/expression.js'
import { isJson, isScalar } from '../../type/kind-of-type.js'
import { arrayOf, INT, type SparkType, UNKNOWN } from '../../type/spark-type.js'
import type { FunctionCall } from '../rule.js'
import { containsWindow } from './contains-window.js'

/** The elements of an array as rows of FROM, with a column for each and one for its place. */
export interface Elements {
  /** A function in FROM; `$1` is the array. */
  readonly rows: string
  /** The name of the column. */
  readonly column: string
  readonly element: Bound
}

export function elementsOf(call: FunctionCall, array: Bound): Elements {
  if (containsWindow(call.source.arguments)) {
    call.refuse(
      'over a window',
      'Give the window a name in a subquery, and call the function on that.',
    )
  }
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

/** What {@link unlessNull} made, taken apart, so that calls around each other ask once. */
const GUARDED = new WeakMap<
  PgExpression,
  { readonly value: Bound; readonly against: readonly Bound[] }
>()

/** The value within a guard against NULL. */
export function withoutGuard(array: Bound): Bound {
  return GUARDED.get(array.pg)?.value ?? array
}

/** NULL where one of the arrays is. */
export function unlessNull(call: FunctionCall, result: Bound, ...arrays: readonly Bound[]): Bound {
  const asked = arrays.flatMap((array) => GUARDED.get(array.pg)?.against ?? [array])
  const against = asked.filter(
    ({ pg }, place) => !isNeverNull(pg) && asked.findIndex((one) => one.pg === pg) === place,
  )
  if (against.length === 0) return result
  const conditions = against.map((_, place) => `$${place + 2} IS NOT NULL`)
  const text = `CASE WHEN ${conditions.join(' AND ')} THEN $1 END`
  const guarded = call.template(text, [result, ...against], result.type)
  GUARDED.set(guarded.pg, { value: result, against })
  return guarded
}

/** An array that is written out, or that stands in for NULL: `coalesce(array_agg(x), '{}')`. */
function isNeverNull(pg: PgExpression): boolean {
  if (pg.kind === 'array' || pg.kind === 'array query') return true
  if (pg.kind !== 'template') return false
  const [first] = pg.text.parts
  const last = pg.text.parts.at(-1)
  if (typeof first !== 'string' || typeof last !== 'string') return false
  if (first === 'coalesce(') return /^, '(?:\{\}|\[\])'\)$/.test(last)
  return /^(?:ARRAY\(SELECT |jsonb_build_\w+\()/.test(first) && pg.text.closed
}
