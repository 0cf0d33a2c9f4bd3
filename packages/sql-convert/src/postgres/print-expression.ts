import type { PgCall, PgExpression, PgFrameBound, PgOrderItem, PgWindow } from './expression.js'
import { identifier, qualified, quoted } from './identifier.js'
import { bracketed } from './layout.js'
import type { Printer } from './printer.js'

export const AND_BINDING = 2

/** How tight an operator binds (PostgreSQL 17, 4.1.6); what is closed binds tightest. */
const CLOSED = 20
const CAST = 15
const OTHER = 7
const BINDING: Readonly<Record<string, number>> = {
  OR: 1,
  AND: 2,
  NOT: 3,
  IS: 4,
  '=': 5,
  '<>': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  IN: 6,
  LIKE: 6,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
  sign: 13,
}

export function printExpression(print: Printer, expression: PgExpression): string {
  switch (expression.kind) {
    case 'name':
      return qualified(expression.parts)
    case 'star':
      return [...expression.qualifier.map(identifier), '*'].join('.')
    case 'text':
      return quoted(expression.value)
    case 'number':
      return expression.digits
    case 'parameter':
      return expression.text
    case 'call':
      return printCall(print, expression)
    case 'template':
      return expression.text.parts
        .map((part) =>
          typeof part === 'string' ? part : argument(print, expression.arguments, part),
        )
        .join('')
    case 'cast':
      return `${printOperand(print, expression.value, CAST)}::${expression.type}`
    case 'case':
      return printCase(print, expression)
    case 'binary':
    case 'prefix':
      return printOperator(print, expression)
    case 'row':
      return `ROW(${list(print, expression.items)})`
    case 'array':
      return `ARRAY[${list(print, expression.items)}]`
    case 'query':
      return bracketed(print.query(expression.query))
    case 'exists':
      return `EXISTS ${bracketed(print.query(expression.query))}`
    case 'array query':
      return `ARRAY${bracketed(print.query(expression.query))}`
    case 'in query':
      return `${printOperand(print, expression.value, OTHER)} ${expression.not ? 'NOT ' : ''}IN ${bracketed(print.query(expression.query))}`
  }
}

function printOperator(
  print: Printer,
  expression: Extract<PgExpression, { readonly kind: 'binary' | 'prefix' }>,
): string {
  if (expression.kind === 'prefix') {
    const value = printOperand(print, expression.value, expression.operator === 'NOT' ? 3 : CAST)
    return `${expression.operator}${expression.operator === 'NOT' ? ' ' : ''}${value}`
  }
  const binding = BINDING[expression.operator] ?? OTHER
  const isComparison = binding === 5
  const left = printOperand(print, expression.left, isComparison ? binding + 1 : binding)
  return `${left} ${expression.operator} ${printOperand(print, expression.right, binding === 1 || binding === 2 ? binding : binding + 1)}`
}

/** In brackets where it binds looser than its place asks. */
export function printOperand(print: Printer, expression: PgExpression, least: number): string {
  const text = print.expression(expression)
  return bindingOf(expression) < least ? `(${text})` : text
}

function bindingOf(expression: PgExpression): number {
  switch (expression.kind) {
    case 'binary':
      return BINDING[expression.operator] ?? OTHER
    case 'prefix':
      return expression.operator === 'NOT' ? 3 : 13
    case 'number':
      return expression.digits.startsWith('-') ? 13 : CLOSED
    case 'template':
      return expression.text.closed ? CAST : 0
    case 'in query':
      return 6
    case 'cast':
      return CAST
    default:
      return CLOSED
  }
}

function argument(
  print: Printer,
  all: readonly PgExpression[],
  part: { readonly argument: number; readonly bracketed: boolean },
): string {
  const value = all[part.argument]
  if (value === undefined) return 'NULL'
  return part.bracketed ? printOperand(print, value, CAST) : print.expression(value)
}

function printCall(print: Printer, call: PgCall): string {
  const order = call.orderBy?.length ? ` ORDER BY ${printOrder(print, call.orderBy)}` : ''
  const within = call.withinGroup
    ? ` WITHIN GROUP (ORDER BY ${printOrder(print, call.withinGroup)})`
    : ''
  const filter = call.filter ? ` FILTER (WHERE ${print.expression(call.filter)})` : ''
  const over = call.over === undefined ? '' : ` OVER ${printOver(print, call.over)}`
  return `${call.name}(${call.distinct ? 'DISTINCT ' : ''}${list(print, call.arguments)}${order})${within}${filter}${over}`
}

function printOver(print: Printer, window: PgWindow | string): string {
  return typeof window === 'string' ? identifier(window) : `(${printWindow(print, window)})`
}

export function printWindow(print: Printer, window: PgWindow): string {
  const parts = [
    window.base === undefined ? '' : identifier(window.base),
    window.partitionBy.length ? `PARTITION BY ${list(print, window.partitionBy)}` : '',
    window.orderBy.length ? `ORDER BY ${printOrder(print, window.orderBy)}` : '',
    printFrame(print, window),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function printFrame(print: Printer, { frame }: PgWindow): string {
  if (!frame) return ''
  const from = printBound(print, frame.from)
  const bounds = frame.to ? `BETWEEN ${from} AND ${printBound(print, frame.to)}` : from
  return `${frame.unit.toUpperCase()} ${bounds}`
}

function printBound(print: Printer, bound: PgFrameBound): string {
  if (typeof bound === 'string') return bound.toUpperCase()
  return 'preceding' in bound
    ? `${print.expression(bound.preceding)} PRECEDING`
    : `${print.expression(bound.following)} FOLLOWING`
}

function printCase(
  print: Printer,
  expression: Extract<PgExpression, { readonly kind: 'case' }>,
): string {
  const value = expression.value ? ` ${print.expression(expression.value)}` : ''
  const branches = expression.branches.map(
    ({ when, result }) => ` WHEN ${print.expression(when)} THEN ${print.expression(result)}`,
  )
  const otherwise = expression.otherwise ? ` ELSE ${print.expression(expression.otherwise)}` : ''
  return `CASE${value}${branches.join('')}${otherwise} END`
}

export function printOrder(print: Printer, items: readonly PgOrderItem[]): string {
  return items
    .map(({ value, descending, nulls }) => {
      const order = `${print.expression(value)}${descending ? ' DESC' : ''}`
      return nulls === undefined ? order : `${order} NULLS ${nulls.toUpperCase()}`
    })
    .join(', ')
}

function list(print: Printer, items: readonly PgExpression[]): string {
  return items.map(print.expression).join(', ')
}
