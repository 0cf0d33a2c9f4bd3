import type { PgExpression } from '../postgres/expression.js'
import { type SparkType, STRING, VOID } from '../type/spark-type.js'

/** An expression in Postgres' words that stands for one of Spark, with the type it has there. */
export interface Bound {
  readonly pg: PgExpression
  readonly type: SparkType
  /** Its value, where it is a literal. */
  readonly constant?: string | number | boolean | null | undefined
  /** A literal whose type Postgres would guess from its place: a string or NULL. */
  readonly untyped?: boolean | undefined
  /** Has another value at each call, or is dear: must not be written twice. */
  readonly once?: boolean | undefined
  /** Of an interval: of whole days, so that a date stays a date. */
  readonly days?: boolean | undefined
  /** Contains an aggregate that is no window. */
  readonly aggregates?: boolean | undefined
}

/** The same value in other words, and perhaps of another type. */
export function reworded(value: Bound, pg: PgExpression, type: SparkType = value.type): Bound {
  const { constant, once, days, aggregates } = value
  return { pg, type, constant, once, days, aggregates }
}

/** An expression with another one in it, whose marks it has too. */
export function around({ once, aggregates }: Bound, pg: PgExpression, type: SparkType): Bound {
  return { pg, type, once, aggregates }
}

export function boundText(value: string): Bound {
  return { pg: { kind: 'text', value }, type: STRING, constant: value, untyped: true }
}

export const BOUND_NULL: Bound = {
  pg: { kind: 'number', digits: 'NULL' },
  type: VOID,
  constant: null,
  untyped: true,
}
