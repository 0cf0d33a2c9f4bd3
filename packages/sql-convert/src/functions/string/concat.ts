import { type Bound, boundText } from '../../lower/bound.js'
import { isText } from '../../type/kind-of-type.js'
import { BINARY, INT, type SparkType, STRING } from '../../type/spark-type.js'
import { isConstantNull } from '../constant.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** Strings and binaries side by side. Arrays are joined by `concat` too. */
export const CONCAT_RULES: readonly FunctionRule[] = [
  { signature: 'concat() -> string', lower: () => boundText('') },
  { signature: 'concat(string…) -> string', lower: (call) => side(call, STRING) },
  { signature: 'concat(binary…) -> binary', lower: (call) => side(call, BINARY) },
  { signature: 'concat(array<J>…) -> array<J>', lower: (call) => side(call, firstType(call)) },
  {
    signature: 'concat_ws(string) -> string',
    sql: 'left($1, 0)',
  },
  { signature: 'concat_ws(string, any…) -> string', lower: concatWs },
  {
    signature: 'elt(int, binary…) -> binary',
    grade: 'equivalent',
    lower: (call) => elt(call, BINARY),
  },
  {
    signature: 'elt(int, any…) -> string',
    grade: 'equivalent',
    lower: (call) => elt(call, STRING),
  },
]

function firstType(call: FunctionCall): SparkType {
  return call.arguments[0]?.type ?? STRING
}

/** `||` gives NULL for a NULL on either side, as Spark's concat does. */
function side(call: FunctionCall, type: SparkType): Bound {
  const [first, ...rest] = call.arguments
  if (first === undefined) return call.refuse('concat without arguments')
  if (rest.length === 0) return first
  return call.template(
    call.arguments.map((_, place) => `$${place + 1}`).join(' || '),
    typed(call, type),
    type,
  )
}

/** Two literals side by side would be ambiguous to Postgres. */
function typed(call: FunctionCall, type: SparkType): readonly Bound[] {
  return call.arguments.map((value) =>
    value.untyped && type === STRING ? call.cast(value, STRING) : value,
  )
}

/** Arrays give their elements; NULLs and empty arrays give nothing, not even a separator. */
function concatWs(call: FunctionCall): Bound {
  const [separator, ...values] = call.arguments
  if (separator === undefined) return call.refuse('concat_ws without a separator')
  const pieces = values
    .filter((value) => !isConstantNull(value))
    .map((value) =>
      value.type.kind === 'array' ? joined(call, value, separator) : toText(call, value),
    )
  if (pieces.length === 0) return call.template('left($1, 0)', [separator], STRING)
  const places = pieces.map((_, place) => `$${place + 2}`).join(', ')
  return call.template(`concat_ws($1, ${places})`, [separator, ...pieces], STRING)
}

function joined(call: FunctionCall, array: Bound, separator: Bound): Bound {
  return call.template(
    'CASE WHEN cardinality(array_remove($1, NULL)) > 0 THEN array_to_string($1, $2) END',
    [array, separator],
    STRING,
  )
}

function toText(call: FunctionCall, value: Bound): Bound {
  return isText(value.type) ? value : call.cast(value, STRING)
}

function elt(call: FunctionCall, type: SparkType): Bound {
  const [index, ...values] = call.arguments
  if (index === undefined) return call.refuse('elt without an index')
  const branches = values.map((value, place) => ({
    when: call.template(String(place + 1), [], INT).pg,
    result: (type === STRING ? toText(call, value) : value).pg,
  }))
  return { pg: { kind: 'case', value: index.pg, branches }, type }
}
