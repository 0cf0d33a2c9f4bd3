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

/** The unit that an interval of several is counted in. */
const LAST = { 'day interval': 'SECOND', 'year interval': 'MONTH' } as const

/** An interval as a number of its last unit. */
export function intervalNumber(
  pg: PgExpression,
  { kind, to }: IntervalType,
  target: string,
): PgExpression {
  const size = SIZES[to ?? LAST[kind]] ?? 1
  const whole =
    kind === 'year interval'
      ? '(extract(year FROM $1) * 12 + extract(month FROM $1))'
      : 'extract(epoch FROM $1)'
  const amount = size === 1 ? whole : `(${whole} / ${size})`
  return template(`${target.startsWith('numeric') ? amount : `trunc(${amount})`}::${target}`, pg)
}

const MAKE: Readonly<Record<string, string>> = {
  DAY: "trunc($1) * INTERVAL '1 day'",
  HOUR: "trunc($1) * INTERVAL '1 hour'",
  MINUTE: "trunc($1) * INTERVAL '1 minute'",
  SECOND: "$1 * INTERVAL '1 second'",
  YEAR: 'make_interval(months => round($1 * 12)::int)',
  MONTH: 'make_interval(months => round($1)::int)',
}

/** A number of one unit as an interval. */
export function intervalOf(pg: PgExpression, { kind, to }: IntervalType): PgExpression {
  return template(MAKE[to ?? LAST[kind]] ?? '$1', pg)
}
