import type { PgExpression } from '../../postgres/expression.js'
import type { Expression } from '../../spark/ast/expression.js'
import { isString } from '../../type/kind-of-type.js'
import { BOOLEAN, STRING, UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { unify } from '../cast/unify.js'
import type { Lowerer } from '../lowerer.js'
import { binary, template } from '../pg.js'
import { starExpressions } from '../query/star-values.js'
import { innerScope, type Scope } from '../scope.js'
import { comparable } from './comparison.js'
import { condition } from './condition.js'

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

function truth(pg: PgExpression, parts: readonly Bound[] = []): Bound {
  const aggregates = parts.some((part) => part.aggregates)
  return { pg, type: BOOLEAN, aggregates }
}

export function lowerIs(lowerer: Lowerer, node: Of<'is'>, scope: Scope): Bound {
  const not = node.not ? 'NOT ' : ''
  if (typeof node.what === 'object') {
    const left = lowerer.expression(node.value, scope)
    const right = lowerer.expression(node.what.distinctFrom, scope)
    const [one, other] = comparable(lowerer.context, left, right, node)
    return truth(template(`$1 IS ${not}DISTINCT FROM $2`, one.pg, other.pg), [left, right])
  }
  if (node.what === 'null') {
    const value = lowerer.expression(node.value, scope)
    return truth(template(`$1 IS ${not}NULL`, value.pg), [value])
  }
  const value = condition(lowerer, node.value, scope)
  return truth(template(`$1 IS ${not}${node.what.toUpperCase()}`, value.pg), [value])
}

export function lowerBetween(lowerer: Lowerer, node: Of<'between'>, scope: Scope): Bound {
  const value = lowerer.expression(node.value, scope)
  const low = lowerer.expression(node.low, scope)
  const high = lowerer.expression(node.high, scope)
  const [one, least] = comparable(lowerer.context, value, low, node)
  const [other, most] = comparable(lowerer.context, value, high, node)
  const words = `${node.not ? 'NOT ' : ''}BETWEEN${node.symmetric ? ' SYMMETRIC' : ''}`
  if (one.pg === value.pg && other.pg === value.pg) {
    return truth(template(`$1 ${words} $2 AND $3`, value.pg, least.pg, most.pg), [value, low, high])
  }
  const [all = value, from = low, to = high] = unify(lowerer.context, [value, low, high], node)
  return truth(template(`$1 ${words} $2 AND $3`, all.pg, from.pg, to.pg), [value, low, high])
}

export function lowerInList(lowerer: Lowerer, node: Of<'in list'>, scope: Scope): Bound {
  const not = node.not ? 'NOT ' : ''
  if (node.value.kind === 'row') return lowerRowsIn(lowerer, node, node.value, scope)
  const value = lowerer.expression(node.value, scope)
  const list = node.list.flatMap((one) =>
    (one.kind === 'star' ? starExpressions(lowerer, one, scope) : [one]).map((each) =>
      lowerer.expression(each, scope),
    ),
  )
  const pairs = list.map((one) => comparable(lowerer.context, value, one, node))
  const holders = list.map((_, place) => `$${place + 2}`).join(', ')
  const isSame = pairs.every(([left]) => left.pg === value.pg)
  if (isSame || list.length === 1) {
    const left = pairs[0]?.[0] ?? value
    const items = pairs.map(([, right]) => right.pg)
    return truth(template(`$1 ${not}IN (${holders})`, left.pg, ...items), [value, ...list])
  }
  const [one = value, ...others] = unify(lowerer.context, [value, ...list], node)
  return truth(template(`$1 ${not}IN (${holders})`, one.pg, ...others.map(({ pg }) => pg)), [
    value,
    ...list,
  ])
}

function lowerRowsIn(lowerer: Lowerer, node: Of<'in list'>, row: Of<'row'>, scope: Scope): Bound {
  const tests = node.list.map((one) => {
    const span = { start: node.start, end: node.end }
    return lowerer.expression(
      { kind: 'binary', operator: '=', left: row, right: one, ...span },
      scope,
    ).pg
  })
  const [first, ...rest] = tests
  if (!first) return lowerer.context.refuse('IN ()', node)
  const equalsOne = rest.reduce((left, right) => binary('OR', left, right), first)
  return truth(node.not ? { kind: 'prefix', operator: 'NOT', value: equalsOne } : equalsOne)
}

export function lowerInQuery(lowerer: Lowerer, node: Of<'in query'>, scope: Scope): Bound {
  const { query, columns } = lowerer.query(node.query, innerScope(scope))
  if (node.value.kind === 'row') {
    const items = node.value.items.map((item, place) => {
      const value = lowerer.expression(item.value, scope)
      return beside(lowerer, value, columns?.[place]?.type ?? UNKNOWN, node)
    })
    return truth({ kind: 'in query', value: { kind: 'row', items }, not: node.not, query })
  }
  const value = lowerer.expression(node.value, scope)
  const left = beside(lowerer, value, columns?.[0]?.type ?? UNKNOWN, node)
  return truth({ kind: 'in query', value: left, not: node.not, query }, [value])
}

function beside(
  lowerer: Lowerer,
  value: Bound,
  type: Bound['type'],
  node: Of<'in query'>,
): PgExpression {
  const column: Bound = { pg: { kind: 'name', parts: ['column'] }, type }
  return comparable(lowerer.context, value, column, node)[0].pg
}

export function lowerLike(lowerer: Lowerer, node: Of<'like'>, scope: Scope): Bound {
  const value = asText(lowerer.expression(node.value, scope))
  const tests = node.patterns.map((pattern) => lowerPattern(lowerer, node, value, pattern, scope))
  const [first, ...rest] = tests
  if (!first) return lowerer.context.refuse('LIKE without a pattern', node)
  // NOT LIKE ALL is not like each of them, NOT LIKE ANY not like one of them.
  const each = tests.map((test) => (node.not ? negated(test) : test))
  const operator = node.quantifier === 'any' ? 'OR' : 'AND'
  if (rest.length === 0) return truth(each[0] ?? first, [value])
  return truth(
    each.slice(1).reduce((left, right) => binary(operator, left, right), each[0] ?? first),
  )
}

function lowerPattern(
  lowerer: Lowerer,
  node: Of<'like'>,
  value: Bound,
  expression: Expression,
  scope: Scope,
): PgExpression {
  const pattern = asText(lowerer.expression(expression, scope))
  if (node.operator === 'RLIKE') return lowerer.apply('rlike', [value, pattern], node, scope).pg
  if (node.escapedBy !== undefined && node.escapedBy !== '\\') {
    const mark: Bound['pg'] = { kind: 'text', value: node.escapedBy }
    return template(`$1 ${node.operator} $2 ESCAPE $3`, value.pg, pattern.pg, mark)
  }
  return binary(node.operator, value.pg, pattern.pg)
}

function negated(test: PgExpression): PgExpression {
  if (test.kind === 'binary' && /^I?LIKE$/.test(test.operator)) {
    return binary(`NOT ${test.operator}`, test.left, test.right)
  }
  return { kind: 'prefix', operator: 'NOT', value: test }
}

function asText(value: Bound): Bound {
  if (isString(value.type) || value.type.kind === 'unknown') return value
  return castTo(value, STRING) ?? value
}
