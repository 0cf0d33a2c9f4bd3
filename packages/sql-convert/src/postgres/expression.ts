import type { PgQuery } from './query.js'

/** An expression of PostgreSQL. Nothing that is Spark's alone can be said here. */
export type PgExpression =
  | { readonly kind: 'name'; readonly parts: readonly string[] }
  | { readonly kind: 'star'; readonly qualifier: readonly string[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'parameter'; readonly text: string }
  | PgCall
  | PgTemplate
  | {
      readonly kind: 'binary'
      readonly operator: string
      readonly left: PgExpression
      readonly right: PgExpression
    }
  | {
      readonly kind: 'prefix'
      readonly operator: '+' | '-' | '~' | 'NOT'
      readonly value: PgExpression
    }
  | { readonly kind: 'cast'; readonly value: PgExpression; readonly type: string }
  | PgCase
  | { readonly kind: 'row'; readonly items: readonly PgExpression[] }
  | { readonly kind: 'array'; readonly items: readonly PgExpression[] }
  | { readonly kind: 'query'; readonly query: PgQuery }
  | { readonly kind: 'exists'; readonly query: PgQuery }
  | { readonly kind: 'array query'; readonly query: PgQuery }
  | {
      readonly kind: 'in query'
      readonly value: PgExpression
      readonly not: boolean
      readonly query: PgQuery
    }

export interface PgCall {
  readonly kind: 'call'
  /** As it is written, with its schema. */
  readonly name: string
  readonly arguments: readonly PgExpression[]
  readonly distinct?: boolean | undefined
  readonly orderBy?: readonly PgOrderItem[] | undefined
  readonly withinGroup?: readonly PgOrderItem[] | undefined
  readonly filter?: PgExpression | undefined
  readonly over?: PgWindow | string | undefined
}

/** Text of ours with places for expressions, which are bracketed where they must be. */
interface PgTemplate {
  readonly kind: 'template'
  readonly text: PgTemplateText
  readonly arguments: readonly PgExpression[]
}

export interface PgTemplateText {
  readonly parts: readonly (string | { readonly argument: number; readonly bracketed: boolean })[]
  /** Whether an operator can stand beside it without brackets. */
  readonly closed: boolean
}

interface PgCase {
  readonly kind: 'case'
  readonly value?: PgExpression | undefined
  readonly branches: readonly { readonly when: PgExpression; readonly result: PgExpression }[]
  readonly otherwise?: PgExpression | undefined
}

export interface PgOrderItem {
  readonly value: PgExpression
  readonly descending: boolean
  readonly nulls?: 'first' | 'last' | undefined
}

export interface PgWindow {
  readonly base?: string | undefined
  readonly partitionBy: readonly PgExpression[]
  readonly orderBy: readonly PgOrderItem[]
  readonly frame?: PgFrame | undefined
}

export interface PgFrame {
  readonly unit: 'range' | 'rows'
  readonly from: PgFrameBound
  readonly to?: PgFrameBound | undefined
}

export type PgFrameBound =
  | 'current row'
  | 'unbounded following'
  | 'unbounded preceding'
  | { readonly preceding: PgExpression }
  | { readonly following: PgExpression }
