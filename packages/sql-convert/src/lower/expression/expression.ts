import type { Expression } from '../../spark/ast/expression.js'
import { fromDataType } from '../../type/from-data-type.js'
import { BOOLEAN } from '../../type/spark-type.js'
import { withoutLengths } from '../../type/without-lengths.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { tryCastTo } from '../cast/try-cast.js'
import type { Lowerer } from '../lowerer.js'
import { innerScope, type Scope } from '../scope.js'
import { lowerBinary, lowerUnary } from './binary.js'
import { lowerCase } from './case.js'
import { lowerColumn } from './column.js'
import { lowerField, lowerJsonPath, lowerSubscript } from './element.js'
import { lowerInterval } from './interval.js'
import { lowerLiteral, lowerNumber, lowerTypedLiteral } from './literal.js'
import { lowerParameter } from './parameter.js'
import { lowerBetween, lowerInList, lowerInQuery, lowerIs, lowerLike } from './predicate.js'
import { lowerRow } from './row.js'

export function lowerExpression(lowerer: Lowerer, expression: Expression, scope: Scope): Bound {
  const { context } = lowerer
  switch (expression.kind) {
    case 'literal':
      return lowerLiteral(expression.value)
    case 'number':
      return lowerNumber(expression.digits, expression.type)
    case 'typed literal':
      return lowerTypedLiteral(lowerer, expression)
    case 'interval':
      return lowerInterval(lowerer, expression, scope)
    case 'parameter':
      return lowerParameter(context, expression)
    case 'column':
      return lowerColumn(lowerer, expression, scope)
    case 'call':
      return lowerer.call(expression, scope)
    case 'trim':
      return lowerTrim(lowerer, expression, scope)
    case 'cast':
      return lowerCast(lowerer, expression, scope)
    case 'unary':
      return lowerUnary(lowerer, expression, scope)
    case 'binary':
      return lowerBinary(lowerer, expression, scope)
    case 'is':
      return lowerIs(lowerer, expression, scope)
    case 'between':
      return lowerBetween(lowerer, expression, scope)
    default:
      return lowerOther(lowerer, expression, scope)
  }
}

function lowerOther(lowerer: Lowerer, expression: Expression, scope: Scope): Bound {
  const { context } = lowerer
  switch (expression.kind) {
    case 'in list':
      return lowerInList(lowerer, expression, scope)
    case 'in query':
      return lowerInQuery(lowerer, expression, scope)
    case 'like':
      return lowerLike(lowerer, expression, scope)
    case 'case':
      return lowerCase(lowerer, expression, scope)
    case 'exists': {
      const { query } = lowerer.query(expression.query, innerScope(scope))
      return { pg: { kind: 'exists', query }, type: BOOLEAN }
    }
    case 'scalar query': {
      const { query, columns } = lowerer.query(expression.query, innerScope(scope))
      return {
        pg: { kind: 'query', query },
        type: columns?.[0]?.type ?? { kind: 'unknown' },
        once: true,
      }
    }
    case 'subscript':
      return lowerSubscript(lowerer, expression, scope)
    case 'field':
      return lowerField(lowerer, expression, scope)
    case 'json path':
      return lowerJsonPath(lowerer, expression, scope)
    case 'row':
      return lowerRow(lowerer, expression, scope)
    case 'collate':
      if (/^utf8_binary$/i.test(expression.collation.at(-1) ?? '')) {
        return lowerer.expression(expression.value, scope)
      }
      return context.refuse(
        `COLLATE ${expression.collation.join('.')} has no equivalent`,
        expression,
        'Create a nondeterministic ICU collation in Postgres and compare with it.',
      )
    case 'lambda':
      return context.refuse('a lambda where no function takes one', expression)
    default:
      return context.refuse('* where a value is wanted', expression)
  }
}

function lowerTrim(
  lowerer: Lowerer,
  expression: Extract<Expression, { readonly kind: 'trim' }>,
  scope: Scope,
): Bound {
  const names = { both: 'btrim', leading: 'ltrim', trailing: 'rtrim' } as const
  const value = lowerer.expression(expression.value, scope)
  const { characters } = expression
  if (!characters) return lowerer.apply(names[expression.side], [value], expression, scope)
  const set = lowerer.expression(characters, scope)
  // Spark's own ltrim and rtrim take the characters first; btrim takes them last.
  const values = expression.side === 'both' ? [value, set] : [set, value]
  return lowerer.apply(names[expression.side], values, expression, scope)
}

function lowerCast(
  lowerer: Lowerer,
  expression: Extract<Expression, { readonly kind: 'cast' }>,
  scope: Scope,
): Bound {
  const { context } = lowerer
  const named = fromDataType(expression.type)
  if (!named) return context.refuse('a type that Postgres does not have', expression.type)
  const type = withoutLengths(named)
  const value = lowerer.expression(expression.value, scope)
  const result = expression.try ? tryCastTo(value, type) : castTo(value, type)
  if (result) return result
  return context.refuse(`a cast from ${value.type.kind} to ${type.kind}`, expression)
}
