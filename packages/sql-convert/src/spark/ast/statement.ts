import type { Span } from '../../source/span.js'
import type { DataType } from './data-type.js'
import type { Expression } from './expression.js'
import type { Query, TableAlias, TableReference } from './query.js'

/** One statement of a script. */
export type Statement =
  | QueryStatement
  | Insert
  | Update
  | Delete
  | Merge
  | CreateTable
  | CreateView
  | CreateFunction
  | CreateSchema
  | Drop
  | AlterTable
  | Truncate
  | CommentOn
  | Command

interface QueryStatement extends Span {
  readonly kind: 'query statement'
  readonly query: Query
}

/** `INSERT INTO | OVERWRITE t [PARTITION (…)] [(columns) | BY NAME] query` */
export interface Insert extends Span {
  readonly kind: 'insert'
  readonly overwrite: boolean
  readonly table: QualifiedName
  readonly partition: readonly PartitionValue[]
  readonly columns: readonly QualifiedName[]
  readonly byName: boolean
  /** `REPLACE WHERE condition` */
  readonly replaceWhere?: Expression | undefined
  readonly query: Query
}

export type QualifiedName = readonly string[]

/** Without a value the column is the last of the query. */
export interface PartitionValue {
  readonly column: string
  readonly value?: Expression | undefined
}

export interface Update extends Span {
  readonly kind: 'update'
  readonly table: QualifiedName
  readonly alias?: TableAlias | undefined
  readonly set: readonly Assignment[]
  readonly where?: Expression | undefined
}

export interface Assignment {
  readonly column: QualifiedName
  readonly value: Expression
}

export interface Delete extends Span {
  readonly kind: 'delete'
  readonly table: QualifiedName
  readonly alias?: TableAlias | undefined
  readonly where?: Expression | undefined
}

export interface Merge extends Span {
  readonly kind: 'merge'
  readonly schemaEvolution: boolean
  readonly table: QualifiedName
  readonly alias?: TableAlias | undefined
  readonly source: TableReference
  readonly on: Expression
  readonly clauses: readonly MergeClause[]
}

export interface MergeClause extends Span {
  readonly when: 'matched' | 'not matched' | 'not matched by source'
  readonly condition?: Expression | undefined
  readonly action: MergeAction
}

/** `*` sets or inserts all columns of the source. */
export type MergeAction =
  | { readonly kind: 'delete' }
  | { readonly kind: 'update'; readonly set: readonly Assignment[] | '*' }
  | {
      readonly kind: 'insert'
      readonly columns: readonly QualifiedName[] | '*'
      readonly values: readonly Expression[]
    }

export interface CreateTable extends Span {
  readonly kind: 'create table'
  readonly name: QualifiedName
  readonly orReplace: boolean
  readonly ifNotExists: boolean
  readonly temporary: boolean
  readonly external: boolean
  readonly columns: readonly ColumnDefinition[]
  readonly constraints: readonly TableConstraint[]
  readonly like?: QualifiedName | undefined
  readonly clauses: readonly TableClause[]
  readonly query?: Query | undefined
}

export interface ColumnDefinition extends Span {
  readonly name: string
  /** Missing where a query or partition gives it. */
  readonly type?: DataType | undefined
  readonly nullable: boolean
  readonly primaryKey: boolean
  readonly default?: Expression | undefined
  readonly generated?: Expression | undefined
  readonly identity?: Identity | undefined
  readonly comment?: string | undefined
  readonly checks: readonly Expression[]
}

export interface Identity {
  readonly always: boolean
  readonly start?: string | undefined
  readonly increment?: string | undefined
}

export type TableConstraint = Span & { readonly name?: string | undefined } & (
    | { readonly kind: 'primary key'; readonly columns: readonly string[] }
    | {
        readonly kind: 'foreign key'
        readonly columns: readonly string[]
        readonly table: QualifiedName
        readonly references: readonly string[]
      }
    | { readonly kind: 'check'; readonly condition: Expression }
  )

/** What is said of how a table is stored: USING, PARTITIONED BY, CLUSTER BY, LOCATION, TBLPROPERTIES, … */
export interface TableClause extends Span {
  readonly kind: string
  /** Of COMMENT. */
  readonly text?: string | undefined
}

export interface CreateView extends Span {
  readonly kind: 'create view'
  readonly name: QualifiedName
  readonly orReplace: boolean
  readonly ifNotExists: boolean
  readonly temporary: boolean
  readonly materialized: boolean
  readonly columns: readonly { readonly name: string; readonly comment?: string | undefined }[]
  readonly clauses: readonly TableClause[]
  readonly query: Query
}

export interface CreateFunction extends Span {
  readonly kind: 'create function'
  readonly name: QualifiedName
  readonly orReplace: boolean
  readonly ifNotExists: boolean
  readonly temporary: boolean
  readonly parameters: readonly FunctionParameter[]
  readonly returns?: DataType | undefined
  readonly returnsTable?: readonly FunctionParameter[] | undefined
  readonly clauses: readonly TableClause[]
  readonly body: Expression | Query
}

export interface FunctionParameter {
  readonly name: string
  readonly type?: DataType | undefined
  readonly default?: Expression | undefined
}

export interface CreateSchema extends Span {
  readonly kind: 'create schema'
  readonly name: QualifiedName
  readonly ifNotExists: boolean
}

export interface Drop extends Span {
  readonly kind: 'drop'
  readonly what: 'function' | 'schema' | 'table' | 'view'
  readonly name: QualifiedName
  readonly ifExists: boolean
  readonly cascade: boolean
}

export interface AlterTable extends Span {
  readonly kind: 'alter table'
  readonly name: QualifiedName
  readonly action: AlterAction
}

export type AlterAction =
  | { readonly kind: 'add columns'; readonly columns: readonly ColumnDefinition[] }
  | { readonly kind: 'add constraint'; readonly constraint: TableConstraint }
  | { readonly kind: 'drop columns'; readonly columns: readonly string[] }
  | { readonly kind: 'rename'; readonly to: QualifiedName }
  | { readonly kind: 'rename column'; readonly from: string; readonly to: string }
  /** SET TBLPROPERTIES and all else that is about files. */
  | { readonly kind: 'other' }

export interface Truncate extends Span {
  readonly kind: 'truncate'
  readonly table: QualifiedName
}

export interface CommentOn extends Span {
  readonly kind: 'comment on'
  readonly what: string
  readonly name: QualifiedName
  readonly text: string | null
}

/** A statement about files, caches, settings or the catalog: its words up to the first name. */
export interface Command extends Span {
  readonly kind: 'command'
  readonly name: string
}
