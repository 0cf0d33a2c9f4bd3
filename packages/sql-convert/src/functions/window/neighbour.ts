import type { Bound } from '../../lower/bound.js'
import type { PgFrame } from '../../postgres/expression.js'
import type { Expression } from '../../spark/ast/expression.js'
import { known, typedArgument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const NEIGHBOUR_RULES: readonly FunctionRule[] = ['lag', 'lead'].flatMap((name) => [
  { signature: `${name}(any) -> unknown`, lower: neighbour },
  { signature: `${name}(any, int) -> unknown`, lower: neighbour },
  { signature: `${name}(any, int, any) -> unknown`, lower: neighbour },
])

function neighbour(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const offset = call.arguments[1]
  const given = call.arguments[2]
  const otherwise = given && value.type.kind !== 'unknown' ? call.cast(given, value.type) : given
  if (call.source.nulls === 'ignore') return knownNeighbour(call, value, offset, otherwise)
  const others = [offset, otherwise].filter((one) => one !== undefined)
  return call.aggregate({ name: call.name, arguments: [value, ...others] }, value.type)
}

const ONE = { kind: 'number', digits: '1' } as const
const BEFORE: PgFrame = { unit: 'rows', from: 'unbounded preceding', to: { preceding: ONE } }
const BEHIND: PgFrame = { unit: 'rows', from: { following: ONE }, to: 'unbounded following' }

/** IGNORE NULLS: among the rows before (or behind) this one, the last (first) that has a value. */
function knownNeighbour(
  call: FunctionCall,
  value: Bound,
  offset: Bound | undefined,
  otherwise: Bound | undefined,
): Bound {
  const steps = offset === undefined ? 1 : stepsOf(call, offset)
  if (steps === undefined) {
    return call.refuse(`${call.name} with IGNORE NULLS needs a constant number of rows`)
  }
  if (steps === 0) return value
  const isBefore = (call.name === 'lag') === steps > 0
  const found = at(call, value, Math.abs(steps), isBefore)
  return otherwise === undefined
    ? found
    : call.template('coalesce($1, $2)', [found, otherwise], value.type)
}

function at(call: FunctionCall, value: Bound, steps: number, isBefore: boolean): Bound {
  const frame = isBefore ? BEFORE : BEHIND
  const { type } = value
  if (steps === 1) {
    const name = isBefore ? 'spark_compat.last_known' : 'any_value'
    return call.aggregate({ name, arguments: [value], frame }, type)
  }
  if (type.kind === 'array') return call.refuse(`${call.name} of arrays with IGNORE NULLS`)
  const filter = known(call, value)
  const values = call.aggregate({ name: 'array_agg', arguments: [value], filter, frame }, type)
  if (!isBefore) return call.template(`($1)[${steps}]`, [values], type)
  return call.template(`spark_compat.item_from_end($1, ${steps})`, [values], type)
}

/** `3`, `-3` or `+3`. */
function stepsOf(call: FunctionCall, offset: Bound): number | undefined {
  const written = call.source.arguments[1]?.value
  const isSigned = written?.kind === 'unary' && written.value.kind === 'number'
  const text = isSigned ? `${written.operator}${digitsOf(written.value)}` : offset.constant
  const steps = typeof text === 'boolean' || text === null ? Number.NaN : Number(text)
  return Number.isInteger(steps) ? steps : undefined
}

function digitsOf(value: Expression): string {
  return value.kind === 'number' ? value.digits : ''
}
