import type { Span } from '../../source/span.js'
import type { NumberType, ParameterStyle } from '../lex/token.js'
import type { DataType } from './data-type.js'
import type { OrderItem, Query, WindowSpecification } from './query.js'

/** What stands where a value is wanted. */
export type Expression =
  | Literal
  | NumberLiteral
  | TypedLiteral
  | IntervalLiteral
  | Parameter
  | Column
  | Star
  | Call
  | TrimCall
  | Cast
  | Unary
  | Binary
  | Is
  | Between
  | InList
  | InQuery
  | Like
  | Case
  | Exists
  | ScalarQuery
  | Lambda
  | Subscript
  | Field
  | JsonPath
  | Row
  | Collate

interface Literal extends Span {
  readonly kind: 'literal'
  readonly value: string | boolean | null | { readonly hex: string }
}

interface NumberLiteral extends Span {
  readonly kind: 'number'
  readonly digits: string
  readonly type: NumberType
}

/** `DATE'2026-01-01'`, `TIMESTAMP_NTZ '…'`: the type in capitals. */
interface TypedLiteral extends Span {
  readonly kind: 'typed literal'
  readonly type: string
  readonly value: string
}

/** `INTERVAL 3 DAYS 2 HOURS`, `INTERVAL '1-2' YEAR TO MONTH`, `INTERVAL '3 days'` (a part without unit). */
export interface IntervalLiteral extends Span {
  readonly kind: 'interval'
  readonly parts: readonly IntervalPart[]
}

export interface IntervalPart {
  readonly value: Expression
  readonly unit?: string | undefined
  readonly to?: string | undefined
}

interface Parameter extends Span {
  readonly kind: 'parameter'
  readonly style: ParameterStyle
  readonly name: string
}

/** A name of one or more parts: column, column of a table, or field of a struct. */
export interface Column extends Span {
  readonly kind: 'column'
  readonly parts: readonly string[]
}

/** `*`, `t.*`, `* EXCEPT (a, b)` */
export interface Star extends Span {
  readonly kind: 'star'
  readonly qualifier: readonly string[]
  readonly except: readonly (readonly string[])[]
  /** Of `|> SET`: columns that have another value in their place. */
  readonly replace?: readonly Replacement[] | undefined
}

interface Replacement {
  readonly name: string
  readonly value: Expression
}

export interface Call extends Span {
  readonly kind: 'call'
  readonly name: readonly string[]
  readonly arguments: readonly Argument[]
  readonly distinct: boolean
  /** Within the parentheses, as of `listagg`. */
  readonly orderBy: readonly OrderItem[]
  readonly nulls?: 'ignore' | 'respect' | undefined
  readonly withinGroup?: readonly OrderItem[] | undefined
  readonly filter?: Expression | undefined
  /** A window, or the name of one. */
  readonly over?: WindowSpecification | string | undefined
}

/** `name => value` has a name. */
export interface Argument {
  readonly name?: string | undefined
  readonly value: Expression
}

/** `TRIM(LEADING 'x' FROM s)` */
interface TrimCall extends Span {
  readonly kind: 'trim'
  readonly side: 'both' | 'leading' | 'trailing'
  readonly characters?: Expression | undefined
  readonly value: Expression
}

/** `try`: TRY_CAST gives null where CAST fails. */
interface Cast extends Span {
  readonly kind: 'cast'
  readonly value: Expression
  readonly type: DataType
  readonly try: boolean
}

interface Unary extends Span {
  readonly kind: 'unary'
  readonly operator: '+' | '-' | '~' | 'NOT'
  readonly value: Expression
}

interface Binary extends Span {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}

/** `==` is `=`, `!=` is `<>`, `!<` is `>=`, `!>` is `<=` here. */
export type BinaryOperator =
  | '%'
  | '&'
  | '*'
  | '+'
  | '-'
  | '/'
  | '<'
  | '<<'
  | '<='
  | '<=>'
  | '<>'
  | '='
  | '>'
  | '>='
  | '>>'
  | '>>>'
  | 'AND'
  | 'DIV'
  | 'OR'
  | '^'
  | '|'
  | '||'

/** `IS [NOT] NULL | TRUE | FALSE | UNKNOWN | DISTINCT FROM other` */
export interface Is extends Span {
  readonly kind: 'is'
  readonly value: Expression
  readonly not: boolean
  readonly what: 'false' | 'null' | 'true' | 'unknown' | { readonly distinctFrom: Expression }
}

interface Between extends Span {
  readonly kind: 'between'
  readonly value: Expression
  readonly not: boolean
  readonly symmetric: boolean
  readonly low: Expression
  readonly high: Expression
}

interface InList extends Span {
  readonly kind: 'in list'
  readonly value: Expression
  readonly not: boolean
  readonly list: readonly Expression[]
}

interface InQuery extends Span {
  readonly kind: 'in query'
  readonly value: Expression
  readonly not: boolean
  readonly query: Query
}

/** `[NOT] LIKE | ILIKE | RLIKE pattern [ESCAPE '\']`, `LIKE ANY | ALL (…)` */
export interface Like extends Span {
  readonly kind: 'like'
  readonly value: Expression
  readonly not: boolean
  readonly operator: 'ILIKE' | 'LIKE' | 'RLIKE'
  readonly quantifier?: 'all' | 'any' | undefined
  readonly patterns: readonly Expression[]
  readonly escapedBy?: string | undefined
}

export interface Case extends Span {
  readonly kind: 'case'
  readonly value?: Expression | undefined
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[]
  readonly otherwise?: Expression | undefined
}

interface Exists extends Span {
  readonly kind: 'exists'
  readonly query: Query
}

interface ScalarQuery extends Span {
  readonly kind: 'scalar query'
  readonly query: Query
}

/** `(x, y) -> x + y` */
export interface Lambda extends Span {
  readonly kind: 'lambda'
  readonly parameters: readonly string[]
  readonly body: Expression
}

interface Subscript extends Span {
  readonly kind: 'subscript'
  readonly value: Expression
  readonly index: Expression
}

/** A field of what is no plain name: `f(x).a`. */
interface Field extends Span {
  readonly kind: 'field'
  readonly value: Expression
  readonly name: string
}

/** `payload:a.b[0]['c']`: keys and places, in order. */
export interface JsonPath extends Span {
  readonly kind: 'json path'
  readonly value: Expression
  readonly path: readonly (string | number | '*')[]
}

/** `(a, b)`, `STRUCT(a AS x, b)` stays a call. */
interface Row extends Span {
  readonly kind: 'row'
  readonly items: readonly NamedExpression[]
}

export interface NamedExpression {
  readonly value: Expression
  readonly alias?: string | undefined
}

interface Collate extends Span {
  readonly kind: 'collate'
  readonly value: Expression
  readonly collation: readonly string[]
}
