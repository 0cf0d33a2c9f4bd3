import { expressionType } from '../scenario/expression-type.js'
import type { Expression, ParameterValue } from '../scenario/generator.js'
import type { Draw } from './draw.js'
import { type Operand, strictFunction } from './expression-functions.js'
import { isRandomFunction, randomDraw } from './random-functions.js'

/** Turns an expression into a function; types were settled when the script was read. */
export function compileExpression(expression: Expression): Draw {
  switch (expression.kind) {
    case 'integer': {
      const value = integerValue(expression.digits)
      return () => value
    }
    case 'double':
    case 'boolean': {
      const { value } = expression
      return () => value
    }
    case 'null':
      return () => null
    case 'slot': {
      const { slot } = expression
      return (_, values) => values[slot] ?? null
    }
    case 'call':
      return compileCall(expression)
  }
}

function compileCall(call: Extract<Expression, { kind: 'call' }>): Draw {
  const draws = call.arguments.map(compileExpression)
  const [first = nothing, second = nothing] = draws
  switch (call.name) {
    case 'and':
      return lazyDraw(first, second, false)
    case 'or':
      return lazyDraw(first, second, true)
    case 'not':
      return (random, values, client) => not(first(random, values, client))
    case 'is':
      return (random, values, client) =>
        first(random, values, client) === second(random, values, client)
    case 'case':
      return caseDraw(draws)
  }
  if (isRandomFunction(call.name)) return randomDraw(call.name, draws)
  return strictDraw(strictFunction(call.name, call.arguments.map(expressionType)), draws)
}

/** Nothing where an argument is nothing, as in SQL. */
function strictDraw(
  compute: (operands: readonly Operand[]) => Operand,
  draws: readonly Draw[],
): Draw {
  return (random, values, client) => {
    const operands: Operand[] = []
    let isNull = false
    for (const draw of draws) {
      const value = draw(random, values, client)
      if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
        operands.push(value)
      } else isNull = true
    }
    return isNull ? null : compute(operands)
  }
}

/**
 * `and` ends at the first false, `or` at the first true. As in pgbench, and unlike SQL, a null on the left is the result,
 * whatever the right is.
 */
function lazyDraw(first: Draw, second: Draw, end: boolean): Draw {
  return (random, values, client) => {
    const left = first(random, values, client)
    if (left === null || left === end) return left
    return second(random, values, client)
  }
}

/** `condition, value, condition, value, …, else`. */
function caseDraw(draws: readonly Draw[]): Draw {
  const otherwise = draws.at(-1) ?? nothing
  return (random, values, client) => {
    for (let index = 0; index + 1 < draws.length; index += 2) {
      if (draws[index]?.(random, values, client) === true)
        return draws[index + 1]?.(random, values, client) ?? null
    }
    return otherwise(random, values, client)
  }
}

function nothing(): null {
  return null
}

function not(a: ParameterValue): boolean | null {
  return a === null ? null : a !== true
}

function integerValue(digits: string): number | bigint {
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : BigInt(digits)
}
