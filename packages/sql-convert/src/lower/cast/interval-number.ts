import type { PgExpression } from '../../postgres/expression.js'
import type { IntervalType } from '../../type/spark-type.js'
import { template } from '../pg.js'

/** How many seconds, or months, one unit has. */
const SIZES: Readonly<Record<string, number>> = {
  DAY: 86400,
  HOUR: 3600,
  MINUTE: 60,
  SECOND: 1,
  YEAR: 12,
  MONTH: 1,
}

/** An interval of one unit as a number of it; undefined when it has several. */
export function intervalNumber(
  pg: PgExpression,
  { kind, unit }: IntervalType,
  target: string,
): PgExpression | undefined {
  const size = unit === undefined ? undefined : SIZES[unit]
  if (size === undefined) return undefined
  const whole =
    kind === 'year interval'
      ? '(extract(year FROM $1) * 12 + extract(month FROM $1))'
      : 'extract(epoch FROM $1)'
  if (target.startsWith('numeric') || size === 1) {
    return template(size === 1 ? `${whole}::${target}` : `(${whole} / ${size})::${target}`, pg)
  }
  return template(`trunc(${whole} / ${size})::${target}`, pg)
}

const MAKE: Readonly<Record<string, string>> = {
  DAY: "$1 * INTERVAL '1 day'",
  HOUR: "$1 * INTERVAL '1 hour'",
  MINUTE: "$1 * INTERVAL '1 minute'",
  SECOND: "$1 * INTERVAL '1 second'",
  YEAR: 'make_interval(years => $1::int)',
  MONTH: 'make_interval(months => $1::int)',
}

/** A number of one unit as an interval. */
export function intervalOf(pg: PgExpression, { unit }: IntervalType): PgExpression | undefined {
  const text = unit === undefined ? undefined : MAKE[unit]
  return text === undefined ? undefined : template(text, pg)
}
