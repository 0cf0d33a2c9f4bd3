import type { PgExpression } from '../../postgres/expression.js'
import type { Expression, IntervalLiteral, IntervalPart } from '../../spark/ast/expression.js'
import { isString } from '../../type/kind-of-type.js'
import { DOUBLE, INT, type SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { binary, template } from '../pg.js'
import type { Scope } from '../scope.js'
import { intervalRange } from './interval-range.js'

const MONTHS: ReadonlySet<string> = new Set(['YEAR', 'QUARTER', 'MONTH'])
/** Units that a type may have alone. */
const SINGLE: ReadonlySet<string> = new Set(['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'])
const WHOLE_DAYS: ReadonlySet<string> = new Set(['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY'])

/** `INTERVAL …`: constant parts in one literal, others by make_interval. */
export function lowerInterval(lowerer: Lowerer, node: IntervalLiteral, scope: Scope): Bound {
  const texts = node.parts.map((part) => constantText(part))
  const units = node.parts.flatMap(({ unit, to, value }) =>
    unit === undefined ? unitsWithin(value) : to === undefined ? [unit] : [unit, to],
  )
  const shape = { type: typeOf(units), days: units.every((unit) => WHOLE_DAYS.has(unit)) }
  if (texts.every((text) => text !== undefined)) {
    return { pg: literal(texts.join(' ')), ...shape }
  }
  const parts = node.parts.map((part, place) => {
    const text = texts[place]
    return text === undefined ? variablePart(lowerer, part, node, scope) : literal(text)
  })
  const [first, ...rest] = parts
  if (!first) return lowerer.context.refuse('an interval without a part', node)
  return { pg: rest.reduce((left, right) => binary('+', left, right), first), ...shape }
}

function literal(text: string): PgExpression {
  return template(`INTERVAL '${inDays(text).replaceAll("'", "''")}'`)
}

const IN_A_DAY: Readonly<Record<string, number>> = { hour: 24, minute: 1440, second: 86_400 }

/** Spark counts 24 hours as a day, which the clocks may make longer or shorter; Postgres does not. */
function inDays(text: string): string {
  const [, sign = '', digits, unit = ''] = /^(-?)(\d+) (hour|minute|second)s?$/.exec(text) ?? []
  const size = IN_A_DAY[unit]
  const amount = Number(digits)
  if (size === undefined || !(amount >= size) || !Number.isSafeInteger(amount)) return text
  const parts = [
    [Math.floor(amount / size), 'day'],
    [amount % size, unit],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${sign}${count} ${name}${count === 1 ? '' : 's'}`)
    .join(' ')
}

function typeOf(units: readonly string[]): SparkType {
  const only = range(units)
  if (units.every((one) => MONTHS.has(one))) return { kind: 'year interval', ...only }
  return units.some((one) => MONTHS.has(one))
    ? { kind: 'calendar interval' }
    : { kind: 'day interval', ...only }
}

/** The first and last unit, as a type has them. */
function range(units: readonly string[]): { readonly from?: string; readonly to?: string } {
  const [from] = units
  const to = units.at(-1)
  const isPlain = from !== undefined && to !== undefined && units.length <= 2
  return isPlain && SINGLE.has(from) && SINGLE.has(to) ? { from, to } : {}
}

/** The units in `INTERVAL '1 day 2 hours'`, in capitals and without the plural. */
function unitsWithin(value: Expression): readonly string[] {
  const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : ''
  return [...text.matchAll(/[a-z]+/gi)]
    .map(([word]) => word.toUpperCase().replace(/S$/, ''))
    .filter((word) => word !== 'INTERVAL')
}

function constantText({ value, unit, to }: IntervalPart): string | undefined {
  const text = constantOf(value)
  if (text === undefined) return undefined
  if (unit === undefined)
    return text
      .trim()
      .replace(/^interval\s+/i, '')
      .replaceAll(/(\.\d{6})\d+/g, '$1')
  if (to !== undefined) return intervalRange(text, unit, to)
  if (!/^[+-]?\s*(\d+\.?\d*|\.\d+)$/.test(text.trim())) return undefined
  const amount = withMicroseconds(text.trim().replace(/\s/, ''))
  if (unit === 'NANOSECOND') return `${Number(amount) / 1000} microseconds`
  if (unit === 'QUARTER') return `${Number(amount) * 3} months`
  return `${amount} ${unit.toLowerCase()}${amount === '1' ? '' : 's'}`
}

/** Databricks cuts what is smaller than a microsecond, Postgres would round. */
function withMicroseconds(amount: string): string {
  return amount.replace(/(\.\d{6})\d+$/, '$1')
}

function constantOf(value: Expression): string | undefined {
  if (value.kind === 'literal' && typeof value.value === 'string') return value.value
  if (value.kind === 'number') return value.digits
  if (value.kind !== 'unary' || (value.operator !== '-' && value.operator !== '+')) return undefined
  const inner = constantOf(value.value)
  if (inner === undefined) return undefined
  if (value.operator === '+') return inner
  return inner.trim().startsWith('-')
    ? inner.trim().slice(1)
    : `-${inner.trim().replace(/^\+/, '')}`
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  YEAR: 'make_interval(years => $1)',
  QUARTER: 'make_interval(months => 3 * $1)',
  MONTH: 'make_interval(months => $1)',
  WEEK: 'make_interval(weeks => $1)',
  DAY: 'make_interval(days => $1)',
  HOUR: 'make_interval(hours => $1)',
  MINUTE: 'make_interval(mins => $1)',
}

function variablePart(
  lowerer: Lowerer,
  { value, unit, to }: IntervalPart,
  node: IntervalLiteral,
  scope: Scope,
): PgExpression {
  if (unit === undefined || to !== undefined) {
    return lowerer.context.refuse('an interval of a range that is no literal', node)
  }
  const amount = lowerer.expression(value, scope)
  const make = ARGUMENTS[unit]
  if (make !== undefined && !isString(amount.type)) {
    return template(make, (castTo(amount, INT) ?? amount).pg)
  }
  const seconds = (castTo(amount, DOUBLE) ?? amount).pg
  return template(`($1 * INTERVAL '1 ${unit.toLowerCase()}')`, seconds)
}
