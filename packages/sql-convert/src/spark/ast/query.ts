import type { Span } from '../../source/span.js'
import type { Call, Expression, NamedExpression } from './expression.js'

/** A query with all that may stand around it. */
export interface Query extends Span {
  readonly kind: 'query'
  readonly recursive: boolean
  readonly with: readonly CommonTable[]
  readonly body: QueryBody
  readonly order: QueryOrder
  readonly windows: readonly NamedWindow[]
  readonly limit?: Expression | 'all' | undefined
  readonly offset?: Expression | undefined
  /** `|> …`, in order. */
  readonly pipes: readonly PipeOperator[]
}

export interface QueryOrder {
  /** `ORDER BY ALL` */
  readonly orderBy: readonly OrderItem[] | 'all'
  readonly sortBy: readonly OrderItem[]
  readonly distributeBy: readonly Expression[]
  readonly clusterBy: readonly Expression[]
}

export interface CommonTable extends Span {
  readonly name: string
  readonly columns: readonly string[]
  readonly maxRecursionLevel?: Expression | undefined
  readonly query: Query
}

export type QueryBody = Select | SetOperation | InlineTable | TableQuery | Query

export interface Select extends Span {
  readonly kind: 'select'
  readonly distinct: boolean
  /** A name list behind AS unpacks a generator: `explode(m) AS (k, v)`. */
  readonly items: readonly SelectItem[]
  readonly from: readonly TableReference[]
  readonly lateralViews: readonly LateralView[]
  readonly where?: Expression | undefined
  readonly groupBy?: Grouping | undefined
  readonly having?: Expression | undefined
  readonly qualify?: Expression | undefined
  readonly windows: readonly NamedWindow[]
}

export interface SelectItem extends NamedExpression, Span {
  readonly aliases?: readonly string[] | undefined
}

export interface SetOperation extends Span {
  readonly kind: 'set operation'
  readonly operator: 'except' | 'intersect' | 'union'
  readonly all: boolean
  readonly byName: boolean
  readonly left: QueryBody
  readonly right: QueryBody
}

/** `VALUES (1, 'a'), (2, 'b') AS t(x, y)` */
export interface InlineTable extends Span {
  readonly kind: 'inline table'
  readonly rows: readonly Expression[]
  readonly alias?: TableAlias | undefined
}

/** `TABLE t` */
interface TableQuery extends Span {
  readonly kind: 'table query'
  readonly name: readonly string[]
}

export type TableReference =
  | NamedTable
  | DerivedTable
  | InlineTable
  | TableFunction
  | Join
  | Pivot
  | Unpivot

export interface TableAlias {
  readonly name?: string | undefined
  readonly columns: readonly string[]
}

interface NamedTable extends Span {
  readonly kind: 'named table'
  readonly name: readonly string[]
  readonly timeTravel?: TimeTravel | undefined
  readonly sample?: Sample | undefined
  readonly alias?: TableAlias | undefined
}

export interface TimeTravel {
  readonly by: 'timestamp' | 'version'
  readonly value: Expression
}

export interface Sample {
  readonly by: 'bucket' | 'percent' | 'rows' | 'size'
  readonly arguments: readonly Expression[]
  readonly seed?: Expression | undefined
}

interface DerivedTable extends Span {
  readonly kind: 'derived table'
  readonly query: Query
  readonly lateral: boolean
  readonly sample?: Sample | undefined
  readonly alias?: TableAlias | undefined
}

interface TableFunction extends Span {
  readonly kind: 'table function'
  readonly call: Call
  readonly lateral: boolean
  readonly alias?: TableAlias | undefined
}

export interface Join extends Span {
  readonly kind: 'join'
  readonly type: JoinType
  readonly natural: boolean
  readonly left: TableReference
  readonly right: TableReference
  readonly on?: Expression | undefined
  readonly using?: readonly string[] | undefined
}

export type JoinType = 'anti' | 'cross' | 'full' | 'inner' | 'left' | 'right' | 'semi'

/** `t PIVOT (sum(x) AS s FOR k IN ('a' AS a, 'b'))` */
export interface Pivot extends Span {
  readonly kind: 'pivot'
  readonly table: TableReference
  readonly aggregates: readonly NamedExpression[]
  readonly columns: readonly (readonly string[])[]
  readonly values: readonly NamedExpression[]
  readonly alias?: TableAlias | undefined
}

/** `t UNPIVOT [INCLUDE NULLS] (v FOR n IN (a AS x, b))` */
export interface Unpivot extends Span {
  readonly kind: 'unpivot'
  readonly table: TableReference
  readonly includeNulls: boolean
  readonly values: readonly string[]
  readonly name: string
  readonly columns: readonly UnpivotColumn[]
  readonly alias?: TableAlias | undefined
}

export interface UnpivotColumn {
  readonly columns: readonly (readonly string[])[]
  readonly alias?: string | undefined
}

/** `LATERAL VIEW OUTER explode(a) t AS x` */
export interface LateralView extends Span {
  readonly outer: boolean
  readonly call: Call
  readonly table?: string | undefined
  readonly columns: readonly string[]
}

export interface Grouping {
  /** `GROUP BY ALL` */
  readonly all: boolean
  readonly items: readonly GroupItem[]
  /** `GROUP BY a, b WITH ROLLUP`, or `… GROUPING SETS (…)` behind the list. */
  readonly with?: 'cube' | 'rollup' | undefined
  readonly sets?: readonly (readonly Expression[])[] | undefined
}

export type GroupItem =
  | Expression
  | {
      readonly kind: 'grouping sets'
      readonly type: 'cube' | 'grouping sets' | 'rollup'
      readonly sets: readonly (GroupItem | readonly Expression[])[]
    }

export interface OrderItem {
  readonly value: Expression
  readonly descending: boolean
  readonly nulls?: 'first' | 'last' | undefined
}

export interface NamedWindow {
  readonly name: string
  readonly window: WindowSpecification | string
}

export interface WindowSpecification extends Span {
  readonly kind: 'window'
  readonly base?: string | undefined
  readonly partitionBy: readonly Expression[]
  readonly orderBy: readonly OrderItem[]
  readonly frame?: WindowFrame | undefined
}

export interface WindowFrame {
  readonly unit: 'range' | 'rows'
  readonly from: FrameBound
  readonly to?: FrameBound | undefined
}

export type FrameBound =
  | 'current row'
  | 'unbounded following'
  | 'unbounded preceding'
  | { readonly preceding: Expression }
  | { readonly following: Expression }

/** One step of a query in pipe syntax; the query so far is its left side. */
export type PipeOperator =
  | {
      readonly kind: 'extend' | 'select' | 'set'
      readonly distinct: boolean
      readonly items: readonly SelectItem[]
      readonly windows: readonly NamedWindow[]
    }
  | { readonly kind: 'drop'; readonly columns: readonly string[] }
  | { readonly kind: 'as'; readonly name: string }
  | { readonly kind: 'where'; readonly condition: Expression }
  | {
      readonly kind: 'aggregate'
      readonly items: readonly SelectItem[]
      readonly groupBy?: readonly SelectItem[] | Grouping | undefined
    }
  | Omit<Join, 'left'>
  | Omit<Pivot, 'table'>
  | Omit<Unpivot, 'table'>
  | Omit<SetOperation, 'left'>
  | { readonly kind: 'sample'; readonly sample: Sample }
  | { readonly kind: 'lateral view'; readonly view: LateralView }
  | { readonly kind: 'order'; readonly order: QueryOrder }
  | {
      readonly kind: 'limit'
      readonly limit?: Expression | 'all' | undefined
      readonly offset?: Expression | undefined
    }
