import type { Bound } from '../lower/bound.js'
import type { PgExpression, PgFrame } from '../postgres/expression.js'
import type { Span } from '../source/span.js'
import type { Call } from '../spark/ast/expression.js'
import type { SparkType } from '../type/spark-type.js'

/**
 * How near a rule comes to Spark: the same value always; the same but for what no program should
 * rely on (an error's text, the order of a set); or a value that may differ, with the reason.
 */
export type Grade = 'approximate' | 'equivalent' | 'exact'

/**
 * What one function of Databricks SQL becomes for arguments of these types.
 *
 * A signature reads `name(type, type) -> type`. Types are Spark's, in small letters. Besides them:
 * `number` and `integer` take any of theirs as it is; `any` takes everything; `T`, `U` are variables,
 * which several arguments share by becoming the wider type; `S` is one that only scalars fit, `J` one
 * that only nested types fit (those that Postgres holds as jsonb); `unknown` fits what has no known
 * type, and is chosen only then; `lambda` is a lambda; a last type may end in `…` for one or more
 * arguments. Types without a class take what Spark converts by itself, converted.
 */
export type FunctionRule = Graded & { readonly signature: string } & (
    | { readonly sql: string }
    | AggregateText
    | WindowText
    | { readonly lower: (call: FunctionCall) => Bound }
  )

interface Graded {
  /** `exact` where it is not said. */
  readonly grade?: Grade
  /** What differs, in a sentence for the user: needed for `approximate`. */
  readonly because?: string
}

/**
 * A call of an aggregate of Postgres, as `string_agg($1, '')`. DISTINCT, FILTER and OVER go to the call
 * itself, not around `wrap` (`$1` is the call there).
 */
interface AggregateText {
  readonly aggregate: string
  readonly wrap?: string
  /** The only rows that count, besides those of FILTER. */
  readonly filter?: string
}

/** A call of a window function of Postgres, which OVER must follow; `wrap` as for an aggregate. */
interface WindowText {
  readonly window: string
  readonly wrap?: string
}

/** An aggregate or window call; the DISTINCT, FILTER and OVER of the source are added to it. */
export interface AggregateCall {
  /** The function of Postgres. */
  readonly name: string
  readonly arguments: readonly Bound[]
  readonly orderBy?: readonly BoundOrderItem[]
  readonly withinGroup?: readonly BoundOrderItem[]
  /** The only rows that count, besides those of FILTER. */
  readonly filter?: Bound
  /** Stands in the place of the source's DISTINCT. */
  readonly distinct?: boolean
  /** Stands in the place of the source's frame. */
  readonly frame?: PgFrame
  /** Stands in the place of the source's order of the window. */
  readonly windowOrder?: readonly BoundOrderItem[]
}

export interface BoundOrderItem {
  readonly value: Bound
  readonly descending: boolean
  readonly nulls?: 'first' | 'last'
}

/** What a rule that is more than a text has at hand. */
export interface FunctionCall extends Span {
  readonly name: string
  /** Converted to the types of the signature; lambdas are missing (`undefined` cannot be used). */
  readonly arguments: readonly Bound[]
  /** As it is written. */
  readonly source: Call
  /** The body of a lambda argument, its parameters standing for these. */
  readonly lambda: (place: number, parameters: readonly Bound[]) => Bound
  /** How many parameters a lambda argument has. */
  readonly lambdaSize: (place: number) => number
  readonly cast: (value: Bound, type: SparkType) => Bound
  /** The keys of WITHIN GROUP, or of ORDER BY in the parentheses; NULL has Spark's place. */
  readonly order: readonly BoundOrderItem[]
  readonly aggregate: (call: AggregateCall, type: SparkType) => Bound
  /** The keys of GROUP BY, where they are known: for grouping_id() without arguments. */
  readonly groupKeys: readonly PgExpression[] | undefined
  /** A name that stands nowhere else in the statement. */
  readonly fresh: (stem: string) => string
  /** Text of ours with `$1`… for the expressions. */
  readonly template: (text: string, values: readonly Bound[], type: SparkType) => Bound
  readonly note: (grade: Grade, because: string) => void
  /** There is no conversion: says why, and what to do. */
  readonly refuse: (why: string, hint?: string) => never
}
