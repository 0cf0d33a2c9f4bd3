import type { Bound } from '../../lower/bound.js'
import type { PgExpression } from '../../postgres/expression.js'
import { UNKNOWN } from '../../type/spark-type.js'
import { widerType, widestType } from '../../type/wider-type.js'
import { isConstantNull } from '../constant.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'if(boolean, T, T) -> T', sql: 'CASE WHEN $1 THEN $2 ELSE $3 END' },
  { signature: 'nvl2(any, T, T) -> T', sql: 'CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END' },
  { signature: 'coalesce(T…) -> T', lower: (call) => ofAll(call, 'coalesce') },
  { signature: 'nvl(T, T) -> T', lower: (call) => ofAll(call, 'coalesce') },
  { signature: 'greatest(T…) -> T', lower: (call) => ofAll(call, 'greatest') },
  { signature: 'least(T…) -> T', lower: (call) => ofAll(call, 'least') },
  { signature: 'decode(any, any, any…) -> any', lower: decode },
]

/** One of several values. `decode(binary, charset)` is an encoding. */
export const CHOICE_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'if', 'iff'),
  ...renamed(RULES, 'nvl', 'ifnull'),
]

function ofAll(call: FunctionCall, name: string): Bound {
  const type = widestType(call.arguments.map((value) => value.type)) ?? UNKNOWN
  return { pg: { kind: 'call', name, arguments: call.arguments.map(({ pg }) => pg) }, type }
}

/** Pairs of a value to look for and a result; a value left over is the result of all others. */
function decode(call: FunctionCall): Bound {
  const [value, ...rest] = call.arguments
  if (value === undefined) return call.refuse('a value is missing')
  const results = rest.filter((_, place) => place % 2 === 1 || place === rest.length - 1)
  const type = widestType(results.map((result) => result.type))
  if (type === undefined) return call.refuse('results of types that have none in common')
  const become = (result: Bound): PgExpression =>
    type.kind === 'unknown' ? result.pg : call.cast(result, type).pg
  const branches = rest.flatMap((search, place) => {
    const result = rest[place + 1]
    if (place % 2 === 1 || result === undefined) return []
    return [{ when: isSame(call, value, search), result: become(result) }]
  })
  const otherwise = rest.length % 2 === 1 ? rest.at(-1) : undefined
  const pg: PgExpression = {
    kind: 'case',
    branches,
    otherwise: otherwise && become(otherwise),
  }
  return { pg, type }
}

/** NULL is found as well. */
function isSame(call: FunctionCall, value: Bound, search: Bound): PgExpression {
  if (isConstantNull(search)) return call.template('$1 IS NULL', [value], value.type).pg
  const wide = widerType(value.type, search.type)
  if (wide === undefined) return call.refuse(`${value.type.kind} beside ${search.type.kind}`)
  const [one, other] =
    wide.kind === 'unknown' ? [value, search] : [call.cast(value, wide), call.cast(search, wide)]
  const operator = typeof search.constant === 'undefined' ? 'IS NOT DISTINCT FROM' : '='
  return call.template(`$1 ${operator} $2`, [one, other], wide).pg
}
