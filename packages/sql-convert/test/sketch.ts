import type { DataType } from '../src/spark/ast/data-type.js'
import type { Expression } from '../src/spark/ast/expression.js'
import { lex } from '../src/spark/lex/lex.js'
import { Parser } from '../src/spark/parse/parser.js'

/** An expression read whole, in a form that shows how it was understood: every operator in parentheses. */
export function sketchOf(text: string): string {
  const parser = new Parser(lex(text))
  const value = parser.expression()
  if (parser.cursor.peek().kind !== 'end') parser.cursor.fail('the end')
  return sketch(value)
}

function sketch(value: Expression): string {
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value)
    case 'number':
      return value.type === 'integer' ? value.digits : `${value.digits}:${value.type}`
    case 'typed literal':
      return `${value.type} ${value.value}`
    case 'interval':
      return `interval[${value.parts.map(({ value: amount, unit = '', to = '' }) => [sketch(amount), unit, to].filter(Boolean).join(' ')).join(', ')}]`
    case 'parameter':
      return `${value.style} parameter ${value.name}`.trim()
    case 'column':
      return value.parts.join('.')
    case 'star':
      return [...value.qualifier, '*'].join('.') + value.except.map((one) => ` -${one}`).join('')
    case 'cast':
      return `${value.try ? 'try_cast' : 'cast'}(${sketch(value.value)} as ${type(value.type)})`
    case 'unary':
      return `(${value.operator} ${sketch(value.value)})`
    case 'binary':
      return `(${sketch(value.left)} ${value.operator} ${sketch(value.right)})`
    case 'lambda':
      return `[${value.parameters}] -> ${sketch(value.body)}`
    case 'subscript':
      return `${sketch(value.value)}[${sketch(value.index)}]`
    case 'field':
      return `${sketch(value.value)}.${value.name}`
    case 'json path':
      return `${sketch(value.value)}:${value.path.join('/')}`
    case 'row':
      return `row(${value.items.map((item) => sketch(item.value)).join(', ')})`
    case 'collate':
      return `${sketch(value.value)} collate ${value.collation.join('.')}`
    case 'scalar query':
      return '(query)'
    case 'exists':
      return 'exists (query)'
    case 'trim':
      return `trim ${value.side} ${value.characters ? sketch(value.characters) : 'blanks'} of ${sketch(value.value)}`
    case 'call':
      return callSketch(value)
    default:
      return predicateSketch(value)
  }
}

type Predicate = Extract<
  Expression,
  { kind: 'between' | 'case' | 'in list' | 'in query' | 'is' | 'like' }
>

function predicateSketch(value: Predicate): string {
  const not = 'not' in value && value.not ? 'not ' : ''
  switch (value.kind) {
    case 'is': {
      const what =
        typeof value.what === 'string'
          ? value.what
          : `distinct from ${sketch(value.what.distinctFrom)}`
      return `(${sketch(value.value)} is ${not}${what})`
    }
    case 'between':
      return `(${sketch(value.value)} ${not}between ${sketch(value.low)} and ${sketch(value.high)})`
    case 'in list':
      return `(${sketch(value.value)} ${not}in ${value.list.map(sketch).join(' ')})`
    case 'in query':
      return `(${sketch(value.value)} ${not}in query)`
    case 'like':
      return `(${sketch(value.value)} ${not}${[value.operator, value.quantifier, value.patterns.map(sketch).join(' '), value.escapedBy && `escape ${value.escapedBy}`].filter(Boolean).join(' ')})`
    case 'case': {
      const branches = value.branches.map(
        ({ when, result }) => `${sketch(when)}: ${sketch(result)}`,
      )
      const otherwise = value.otherwise ? [`else ${sketch(value.otherwise)}`] : []
      return `case${value.value ? ` ${sketch(value.value)}` : ''} {${[...branches, ...otherwise].join(', ')}}`
    }
  }
}

function callSketch(call: Extract<Expression, { kind: 'call' }>): string {
  const list = call.arguments.map(({ name, value }) => (name ? `${name} => ` : '') + sketch(value))
  const parts = [
    call.distinct ? 'distinct' : '',
    list.join(', '),
    call.orderBy.length > 0 ? `by ${call.orderBy.map((item) => sketch(item.value))}` : '',
  ]
  const behind = [
    call.nulls && `${call.nulls} nulls`,
    call.withinGroup && `within ${call.withinGroup.map((item) => sketch(item.value))}`,
    call.filter && `filter ${sketch(call.filter)}`,
    call.over !== undefined && `over ${typeof call.over === 'string' ? call.over : 'window'}`,
  ].filter(Boolean)
  return [`${call.name.join('.')}(${parts.filter(Boolean).join(' ')})`, ...behind].join(' ')
}

function type(one: DataType): string {
  switch (one.kind) {
    case 'simple type':
      return one.arguments.length > 0 ? `${one.name}(${one.arguments})` : one.name
    case 'array type':
      return `array<${type(one.element)}>`
    case 'map type':
      return `map<${type(one.key)}, ${type(one.value)}>`
    case 'struct type':
      return `struct<${one.fields.map((field) => `${field.name}: ${type(field.type)}`).join(', ')}>`
    case 'interval type':
      return ['interval', one.from, one.to].filter(Boolean).join(' ')
  }
}
