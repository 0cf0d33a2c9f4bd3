import { fold } from '../../postgres/identifier.js'
import type { Call, Expression } from '../../spark/ast/expression.js'

/**
 * The name that Databricks gives a column without one, as `sum(quantity)` or `(a + 1)`; undefined for
 * what it names in a way that we do not follow.
 */
export function prettyName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'column':
      return expression.parts.at(-1)
    case 'field':
      return expression.name
    case 'number':
      return expression.digits
    case 'literal':
      return literalName(expression.value)
    case 'typed literal':
      return `${expression.type} '${expression.value}'`
    case 'call':
      return callName(expression)
    case 'cast':
      return joined`CAST(${prettyName(expression.value)} AS ${typeName(expression.type)})`
    case 'unary':
      return expression.operator === 'NOT'
        ? joined`(NOT ${prettyName(expression.value)})`
        : joined`(${expression.operator} ${prettyName(expression.value)})`
    case 'binary':
      return joined`(${prettyName(expression.left)} ${expression.operator} ${prettyName(expression.right)})`
    case 'subscript':
      return joined`${prettyName(expression.value)}[${prettyName(expression.index)}]`
    case 'scalar query':
      return 'scalarsubquery()'
    case 'is':
      return expression.what === 'null'
        ? joined`(${prettyName(expression.value)} IS ${expression.not ? 'NOT ' : ''}NULL)`
        : undefined
    default:
      return undefined
  }
}

type Literal = Extract<Expression, { readonly kind: 'literal' }>

function literalName(value: Literal['value']): string | undefined {
  if (value === null) return 'NULL'
  return typeof value === 'object' ? undefined : String(value)
}

function callName(call: Call): string | undefined {
  if (call.over !== undefined || call.filter || call.withinGroup || call.orderBy.length > 0) {
    return undefined
  }
  const [first] = call.arguments
  const isAll = first?.value.kind === 'star'
  const values = isAll ? ['1'] : call.arguments.map(({ value }) => prettyName(value))
  if (values.some((value) => value === undefined)) return undefined
  const distinct = call.distinct ? 'DISTINCT ' : ''
  return `${call.name.map(fold).join('.')}(${distinct}${values.join(', ')})`
}

function typeName(
  type: Extract<Expression, { readonly kind: 'cast' }>['type'],
): string | undefined {
  if (type.kind !== 'simple type') return undefined
  const numbers = type.arguments.length > 0 ? `(${type.arguments.join(',')})` : ''
  return `${type.name}${numbers}`
}

/** A text of parts that are all known. */
function joined(
  texts: TemplateStringsArray,
  ...parts: readonly (string | undefined)[]
): string | undefined {
  if (parts.some((part) => part === undefined)) return undefined
  return texts.map((text, place) => `${text}${parts[place] ?? ''}`).join('')
}
