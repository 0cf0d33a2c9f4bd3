import { compileExpression } from '../../generate/compile-expression.js'
import { GenerateError } from '../../generate/generate-error.js'
import { Random } from '../../generate/random.js'
import { expressionType } from '../expression-type.js'
import type { Expression, ExpressionType, ParameterValue } from '../generator.js'
import { checkRandom } from './check-random.js'
import { ExpressionError } from './expression-error.js'
import { type FunctionShape, functionNamed } from './functions.js'

type Span = { readonly start: number; readonly end: number }

const HIGHEST = 2n ** 63n - 1n

/** A literal that 64 bits have room for. */
export function integer(digits: string, span: Span): Expression {
  const value = BigInt(digits)
  if (value > HIGHEST || value < -HIGHEST - 1n) {
    throw new ExpressionError(`${digits} has more than 64 bits`, span)
  }
  return { kind: 'integer', digits: String(value) }
}

export function double(value: number, span: Span): Expression {
  if (!Number.isFinite(value)) throw new ExpressionError('the number is too large', span)
  return { kind: 'double', value }
}

/** A call with its types checked; computed at once when all is known. */
export function callOf(name: string, given: readonly Expression[], span: Span): Expression {
  const shape = functionNamed(name)
  if (!shape) {
    const hint = name === 'debug' ? 'Take it out: nobody would read what it prints.' : undefined
    throw new ExpressionError(`there is no function ${name}`, span, { hint })
  }
  const { fewest, most } = shape
  if (given.length < fewest || given.length > most) {
    const wanted =
      fewest === most ? fewest : `${fewest} to ${most === Infinity ? 'any number of' : most}`
    throw new ExpressionError(`${name} takes ${wanted} arguments, not ${given.length}`, span)
  }
  const { types, type } = typed(name, shape, given, span)
  const converted = given.map((one, index) => inType(one, types[index], name, span))
  return folded({ kind: 'call', name: shape.name, type, arguments: converted }, span)
}

function typed(name: string, shape: FunctionShape, given: readonly Expression[], span: Span) {
  const found = given.map(expressionType)
  if (shape.types === 'case') return caseTypes(found, span)
  if (shape.types === 'number') {
    const common = found.every((type) => type === 'integer' || type === 'null')
      ? 'integer'
      : 'double'
    const types = found.map((type) => (type === 'boolean' ? 'number' : common))
    if (types.includes('number'))
      throw new ExpressionError(`${name} takes numbers, not true or false`, span)
    return { types, type: shape.result ?? common } as const
  }
  const { types } = shape
  return {
    types: found.map((_, index) => types[index] ?? types.at(-1)),
    type: shape.result ?? 'double',
  } as const
}

/** Whole numbers beside doubles stay what they are, and count as doubles in what follows. */
function caseTypes(found: readonly ExpressionType[], span: Span) {
  const isCondition = (index: number) => index % 2 === 0 && index < found.length - 1
  const values = found.filter((type, index) => !isCondition(index) && type !== 'null')
  const kinds = new Set(values)
  if (kinds.has('boolean') && kinds.size > 1) {
    throw new ExpressionError('case gives a number here and true or false there', span)
  }
  const [only = 'null'] = values
  const type = kinds.has('double') ? 'double' : only
  return { types: found.map((_, index) => (isCondition(index) ? 'boolean' : 'any')), type } as const
}

function inType(
  expression: Expression,
  wanted: ExpressionType | 'any' | 'number' | undefined,
  name: string,
  span: Span,
): Expression {
  const found = expressionType(expression)
  if (wanted === 'any' || wanted === undefined || found === wanted || found === 'null')
    return expression
  if (wanted === 'integer' && found === 'double') return callOf('int', [expression], span)
  if (wanted === 'double' && found === 'integer') return callOf('double', [expression], span)
  if (wanted === 'number' && found !== 'boolean') return expression
  const words = {
    integer: 'a number',
    double: 'a number',
    boolean: 'true or false',
    null: 'null',
    number: 'a number',
  }
  throw new ExpressionError(`${name} takes ${words[wanted]}, not ${words[found]}`, span)
}

/**
 * What needs neither chance nor a variable is a constant. What cannot be computed stays as it is: it may be in a branch that
 * is never taken.
 */
function folded(call: Extract<Expression, { kind: 'call' }>, span: Span): Expression {
  if (call.name.startsWith('random')) checkRandom(call, span)
  const known = call.arguments.every(({ kind }) => kind !== 'slot' && kind !== 'call')
  if (!known || call.name.startsWith('random')) return call
  try {
    return constant(compileExpression(call)(new Random(), [], 0), call.type)
  } catch (reason) {
    if (reason instanceof GenerateError) return call
    throw reason
  }
}

function constant(value: ParameterValue, type: ExpressionType): Expression {
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'number' && type === 'double') return { kind: 'double', value }
  return value === null ? { kind: 'null' } : { kind: 'integer', digits: String(value) }
}

/** An expression that depends on nothing gives the same each time: what is wrong with it shows now. */
export function checkConstant(expression: Expression, span: Span): void {
  if (!dependsOnNothing(expression)) return
  try {
    compileExpression(expression)(new Random(), [], 0)
  } catch (reason) {
    if (reason instanceof GenerateError) throw new ExpressionError(reason.message, span)
    throw reason
  }
}

function dependsOnNothing(expression: Expression): boolean {
  if (expression.kind === 'slot') return false
  if (expression.kind !== 'call') return true
  return !expression.name.startsWith('random') && expression.arguments.every(dependsOnNothing)
}
