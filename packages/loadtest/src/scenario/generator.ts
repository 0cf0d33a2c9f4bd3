/** What a parameter may be before the connection writes it; a list is a Postgres array. */
export type ParameterValue = number | bigint | string | boolean | null | readonly ParameterValue[]

/**
 * How a value is drawn: plain data, so that it travels to a worker and two runs of one seed draw
 * the same values.
 */
export type Generator =
  | { readonly kind: 'constant'; readonly value: ParameterValue }
  /** Whole numbers, both ends included. */
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  /** Numbers with `digits` digits behind the point. */
  | {
      readonly kind: 'decimal'
      readonly from: number
      readonly to: number
      readonly digits: number
    }
  /** Whole numbers; `from` is the most frequent. Exponent above 0; pgbench wants it above 1. */
  | {
      readonly kind: 'zipfian'
      readonly from: number
      readonly to: number
      readonly exponent: number
    }
  /** As pgbench's `random_gaussian` and `random_exponential`. */
  | {
      readonly kind: 'gaussian' | 'exponential'
      readonly from: number
      readonly to: number
      readonly parameter: number
    }
  /** Each value once, across all connections and workers; starts again behind `to`. */
  | {
      readonly kind: 'sequence'
      readonly from: number
      readonly to?: number
      readonly step: number
    }
  | {
      readonly kind: 'choice'
      readonly values: readonly ParameterValue[]
      readonly weights?: readonly number[]
    }
  /** ISO texts between two instants, both included. */
  | {
      readonly kind: 'date'
      readonly from: string
      readonly to: string
      readonly unit: 'day' | 'second'
    }
  | { readonly kind: 'uuid' }
  /** Letters and digits. */
  | { readonly kind: 'text'; readonly minLength: number; readonly maxLength: number }
  /** As many elements as `length`, or from there to `maxLength`. */
  | {
      readonly kind: 'array'
      readonly of: Generator
      readonly length: number
      readonly maxLength?: number
    }
  /** The value at the place that another variable was drawn to be: rows of values that belong together. */
  | { readonly kind: 'lookup'; readonly slot: number; readonly values: readonly ParameterValue[] }
  /** The connection's number, from 0: pgbench's `:client_id`. */
  | { readonly kind: 'client' }
  /** Values that stand in a table: read once before the run, up to `limit`, and then a choice. */
  | {
      readonly kind: 'column'
      readonly table: string
      readonly column: string
      readonly limit: number
    }
  /** pgbench's `\set`: arithmetic and functions over what the script has set before. */
  | { readonly kind: 'expression'; readonly expression: Expression }

/** A pgbench expression; types are known before the run, as pgbench's are not. */
export type Expression =
  /** As text, for whole numbers may have 64 bits, and JSON has no room for them. */
  | { readonly kind: 'integer'; readonly digits: string }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** A variable that the script has set before. */
  | { readonly kind: 'slot'; readonly slot: number; readonly type: ExpressionType }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly type: ExpressionType
      readonly arguments: readonly Expression[]
    }

export type ExpressionType = 'integer' | 'double' | 'boolean' | 'null'
