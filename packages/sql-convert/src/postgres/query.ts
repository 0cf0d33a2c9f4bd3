import type { PgExpression, PgOrderItem, PgWindow } from './expression.js'

/** A query of PostgreSQL with what stands around it. */
export interface PgQuery {
  readonly with?: PgWith | undefined
  readonly body: PgQueryBody
  readonly orderBy?: readonly PgOrderItem[] | undefined
  readonly limit?: PgExpression | undefined
  readonly offset?: PgExpression | undefined
}

export interface PgWith {
  readonly recursive: boolean
  readonly tables: readonly {
    readonly name: string
    readonly columns: readonly string[]
    readonly query: PgQuery
  }[]
}

export type PgQueryBody =
  | PgSelect
  | {
      readonly kind: 'set operation'
      readonly operator: 'except' | 'intersect' | 'union'
      readonly all: boolean
      readonly left: PgQueryBody
      readonly right: PgQueryBody
    }
  | { readonly kind: 'values'; readonly rows: readonly (readonly PgExpression[])[] }
  | { readonly kind: 'bracketed'; readonly query: PgQuery }

export interface PgSelect {
  readonly kind: 'select'
  readonly distinct: boolean
  readonly items: readonly PgSelectItem[]
  readonly from: readonly PgTable[]
  readonly where?: PgExpression | undefined
  readonly groupBy?: readonly PgGroupItem[] | undefined
  readonly having?: PgExpression | undefined
  readonly windows: readonly { readonly name: string; readonly window: PgWindow | string }[]
}

export interface PgSelectItem {
  readonly value: PgExpression
  readonly alias?: string | undefined
}

export type PgGroupItem =
  | { readonly kind: 'expression'; readonly value: PgExpression }
  | { readonly kind: 'set'; readonly values: readonly PgExpression[] }
  | {
      readonly kind: 'sets'
      readonly type: 'cube' | 'grouping sets' | 'rollup'
      readonly sets: readonly PgGroupItem[]
    }

/** What may stand in FROM. */
export type PgTable =
  | {
      readonly kind: 'table'
      readonly name: readonly string[]
      readonly alias?: PgAlias | undefined
    }
  | {
      readonly kind: 'derived'
      readonly lateral: boolean
      readonly query: PgQuery
      readonly alias: PgAlias
    }
  | {
      readonly kind: 'function'
      readonly lateral: boolean
      readonly call: PgExpression
      readonly withOrdinality: boolean
      readonly alias: PgAlias
    }
  | PgJoin

export interface PgJoin {
  readonly kind: 'join'
  readonly type: 'cross' | 'full' | 'inner' | 'left' | 'right'
  readonly left: PgTable
  readonly right: PgTable
  readonly natural: boolean
  readonly on?: PgExpression | undefined
  readonly using?: readonly string[] | undefined
  /** `(a JOIN b USING (k)) AS j` */
  readonly alias?: PgAlias | undefined
}

export interface PgAlias {
  readonly name: string
  readonly columns: readonly string[]
}
