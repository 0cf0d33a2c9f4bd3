import type { PgExpression } from '../postgres/expression.js'
import { fold } from '../postgres/identifier.js'
import type { Call } from '../spark/ast/expression.js'
import type { SparkType } from '../type/spark-type.js'
import type { Bound } from './bound.js'

/** The names that an expression may use. */
export interface Scope {
  /** Of the query around, for what is correlated. */
  readonly outer?: Scope | undefined
  readonly relations: readonly Relation[]
  /** Tables of WITH, and what they give; without columns where they are not known. */
  readonly tables: ReadonlyMap<string, readonly OutputColumn[] | undefined>
  /** Parameters of lambdas. */
  readonly parameters: ReadonlyMap<string, Bound>
  /** Names of the select list, used where no column has the name. */
  readonly aliases: ReadonlyMap<string, Bound>
  /** Group keys, for grouping_id() and grouping__id. */
  readonly groupKeys?: readonly PgExpression[] | undefined
  /** Joins a generator such as explode to FROM, where one may stand; its columns are the value. */
  readonly generate?: ((call: Call) => readonly GeneratedColumn[]) | undefined
  /** Whether each column needs a name, as those of a view do. */
  readonly namesColumns?: boolean | undefined
  /** Rows that aggregates are to count, within PIVOT. */
  readonly filter?: PgExpression | undefined
}

export interface GeneratedColumn {
  readonly name: string
  readonly pg: PgExpression
  readonly type: SparkType
}

/** A table in FROM. */
export interface Relation {
  /** Its alias, or its name; the last part first. */
  readonly names: readonly string[]
  /** A table without an alias: a name may have schema and catalog that are not known here. */
  readonly isBare?: boolean | undefined
  readonly columns?: readonly RelationColumn[] | undefined
}

export interface RelationColumn extends OutputColumn {
  /** Reachable by the name of the table only: the twin of a column of USING. */
  readonly qualifiedOnly?: boolean | undefined
  /** Stands for the columns of both sides of USING. */
  readonly merged?: boolean | undefined
}

export interface OutputColumn {
  /** Missing where Postgres and Spark name it differently. */
  readonly name?: string | undefined
  readonly type: SparkType
}

export const EMPTY_SCOPE: Scope = {
  relations: [],
  tables: new Map(),
  parameters: new Map(),
  aliases: new Map(),
}

/** A scope with something in it changed. */
export function scopeWith(scope: Scope, change: Partial<Scope>): Scope {
  return {
    outer: change.outer ?? scope.outer,
    relations: change.relations ?? scope.relations,
    tables: change.tables ?? scope.tables,
    parameters: change.parameters ?? scope.parameters,
    aliases: change.aliases ?? scope.aliases,
    groupKeys: change.groupKeys ?? scope.groupKeys,
    generate: change.generate ?? scope.generate,
    namesColumns: change.namesColumns ?? scope.namesColumns,
    filter: change.filter ?? scope.filter,
  }
}

/** A scope within another: of a sub-query, which sees what stands around it. */
export function innerScope(outer: Scope): Scope {
  const { tables, parameters } = outer
  return scopeWith(EMPTY_SCOPE, { outer, tables, parameters })
}

export type Resolution =
  | {
      readonly kind: 'column'
      readonly type: SparkType
      /** How many parts of the name the column took; the others are fields. */
      readonly taken: number
    }
  /** A table whose columns are not known may have it. */
  | { readonly kind: 'perhaps'; readonly taken: number }
  | { readonly kind: 'missing' }

/** Finds a name of one or more parts, from the inside out. */
export function resolve(scope: Scope, parts: readonly string[]): Resolution {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = resolveHere(at.relations, parts)
    if (found.kind !== 'missing') return found
  }
  return { kind: 'missing' }
}

export function resolveHere(relations: readonly Relation[], parts: readonly string[]): Resolution {
  let perhaps: Resolution = { kind: 'missing' }
  for (let taken = Math.min(parts.length, 4); taken >= 1; taken--) {
    const qualifier = parts.slice(0, taken - 1)
    const name = fold(parts[taken - 1] ?? '')
    for (const relation of relations) {
      if (!isNamed(relation, qualifier)) continue
      const column = relation.columns?.find((one) => isColumn(one, name, qualifier))
      if (column) return { kind: 'column', type: column.type, taken }
      if (!relation.columns && perhaps.kind === 'missing') perhaps = { kind: 'perhaps', taken }
    }
  }
  return perhaps
}

function isColumn(column: RelationColumn, name: string, qualifier: readonly string[]): boolean {
  if (column.name === undefined || fold(column.name) !== name) return false
  return qualifier.length > 0 || column.qualifiedOnly !== true
}

/** `s.t` names the table `s.t`, and `t` does too. */
export function isNamed(relation: Relation, qualifier: readonly string[]): boolean {
  const last = qualifier.length - 1
  return qualifier.every((part, index) => {
    const place = last - index
    const own = relation.names[place]
    return own === fold(part) || (own === undefined && place > 0 && relation.isBare === true)
  })
}
