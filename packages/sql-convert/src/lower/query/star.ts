import { fold } from '../../postgres/identifier.js'
import type { PgSelectItem } from '../../postgres/query.js'
import type { Star } from '../../spark/ast/expression.js'
import type { SparkType } from '../../type/spark-type.js'
import { fieldOf } from '../expression/element.js'
import type { Lowerer } from '../lowerer.js'
import { name, template, text } from '../pg.js'
import { isNamed, type OutputColumn, type Relation, resolve, type Scope } from '../scope.js'

interface Stars {
  readonly items: readonly PgSelectItem[]
  readonly columns?: readonly OutputColumn[] | undefined
}

/** `*`, `t.*`, `s.*` of a struct, `* EXCEPT (…)`. */
export function lowerStar(lowerer: Lowerer, star: Star, scope: Scope, isExpanded: boolean): Stars {
  const { qualifier, except } = star
  const relations = scope.relations.filter(
    (one) => qualifier.length === 0 || isNamed(one, qualifier),
  )
  if (qualifier.length > 0 && relations.length === 0) return structStar(lowerer, star, scope)
  const columns = columnsOf(relations, qualifier.length > 0)
  if (star.replace) return replaced(lowerer, star, columns, scope)
  if (except.length > 0) return exceptStar(lowerer, star, columns)
  if (isExpanded) return expanded(lowerer, star, relations, columns)
  return {
    items: [{ value: { kind: 'star', qualifier: qualifier.slice(-1) } }],
    columns: columns?.map(({ column }) => column),
  }
}

interface Qualified {
  readonly relation: Relation
  readonly column: OutputColumn
  /** Whether the name alone would be of two tables. */
  readonly isShared: boolean
}

/** In the order of `*`: columns that a join merged come first. */
function columnsOf(
  relations: readonly Relation[],
  isQualified: boolean,
): readonly Qualified[] | undefined {
  if (relations.some(({ columns }) => !columns)) return undefined
  const all = relations.flatMap((relation) =>
    (relation.columns ?? [])
      .filter(({ qualifiedOnly }) => isQualified || !qualifiedOnly)
      .map((column) => ({ relation, column })),
  )
  const counts = new Map<string, number>()
  for (const { column } of all) {
    const key = fold(column.name ?? '')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const marked = all.map(({ relation, column }) => ({
    relation,
    column,
    isShared: (counts.get(fold(column.name ?? '')) ?? 0) > 1,
  }))
  const isMerged = ({ column }: Qualified) =>
    !isQualified && 'merged' in column && column.merged === true
  return marked.some(isMerged)
    ? [...marked.filter(isMerged), ...marked.filter((one) => !isMerged(one))]
    : marked
}

function itemOf({ relation, column, isShared }: Qualified): PgSelectItem {
  const own = fold(column.name ?? '')
  const table = relation.names[0]
  return { value: isShared && table !== undefined ? name(table, own) : name(own) }
}

function exceptStar(
  lowerer: Lowerer,
  star: Star,
  columns: readonly Qualified[] | undefined,
): Stars {
  if (!columns) return lowerer.context.needsSchema('* EXCEPT needs the columns of the tables', star)
  const kept = columns.flatMap((one) => {
    const left = withoutFields(one, star)
    return left ? [left] : []
  })
  if (kept.length === 0 || kept.some(({ column }) => column.name === undefined)) {
    return lowerer.context.refuse('* EXCEPT leaves no column with a name', star)
  }
  return { items: kept.map(({ item }) => item), columns: kept.map(({ column }) => column) }
}

/** A column without the fields that EXCEPT names; undefined when it names the column. */
function withoutFields(
  one: Qualified,
  { except }: Star,
): { readonly item: PgSelectItem; readonly column: OutputColumn } | undefined {
  const { relation, column } = one
  let item = itemOf(one)
  let { type } = column
  for (const parts of except) {
    const place = parts.findIndex(
      (part, index) =>
        fold(part) === fold(column.name ?? '') && isNamed(relation, parts.slice(0, index)),
    )
    if (place < 0) continue
    const path = parts.slice(place + 1).map(fold)
    if (path.length === 0) return undefined
    const removed = template('$1 #- $2', item.value, text(`{${path.join(',')}}`))
    item = { value: removed, alias: column.name ?? '' }
    type = withoutPath(type, path)
  }
  return { item, column: { ...column, type } }
}

function withoutPath(type: SparkType, [first, ...rest]: readonly string[]): SparkType {
  if (type.kind !== 'struct' || first === undefined) return type
  const fields = type.fields.flatMap((field) => {
    if (fold(field.name) !== first) return [field]
    return rest.length === 0 ? [] : [{ ...field, type: withoutPath(field.type, rest) }]
  })
  return { ...type, fields }
}

function replaced(
  lowerer: Lowerer,
  { replace = [], ...star }: Star,
  columns: readonly Qualified[] | undefined,
  scope: Scope,
): Stars {
  if (!columns) return lowerer.context.needsSchema('SET needs the columns of the table', star)
  const values = new Map(
    replace.map(({ name: own, value }) => [own, lowerer.expression(value, scope)]),
  )
  const missing = [...values.keys()].find(
    (own) => !columns.some(({ column }) => fold(column.name ?? '') === own),
  )
  if (missing !== undefined) lowerer.context.refuse(`SET of ${missing}, which is no column`, star)
  return {
    items: columns.map((one) => {
      const value = values.get(fold(one.column.name ?? ''))
      return value ? { value: value.pg, alias: one.column.name ?? '' } : itemOf(one)
    }),
    columns: columns.map(({ column }) => {
      const value = values.get(fold(column.name ?? ''))
      return value ? { ...column, type: value.type } : column
    }),
  }
}

/** Each table on its own, so that what generators add does not come twice. */
function expanded(
  lowerer: Lowerer,
  star: Star,
  relations: readonly Relation[],
  columns: readonly Qualified[] | undefined,
): Stars {
  if (columns?.every(({ column }) => column.name !== undefined)) {
    return { items: columns.map(itemOf), columns: columns.map(({ column }) => column) }
  }
  if (relations.some(({ names }) => names.length === 0)) {
    return lowerer.context.needsSchema('* beside a generator needs the columns of the tables', star)
  }
  return {
    items: relations.map(({ names }) => ({
      value: { kind: 'star', qualifier: names.slice(0, 1) },
    })),
  }
}

function structStar(lowerer: Lowerer, star: Star, scope: Scope): Stars {
  const { qualifier } = star
  const found = resolve(scope, qualifier)
  if (found.kind !== 'column' || found.type.kind !== 'struct') {
    return { items: [{ value: { kind: 'star', qualifier } }] }
  }
  const struct = lowerer.expression(
    { kind: 'column', parts: qualifier, start: star.start, end: star.end },
    scope,
  )
  const fields = found.type.fields.filter(
    (field) => !star.except.some((parts) => fold(parts.at(-1) ?? '') === fold(field.name)),
  )
  return {
    items: fields.map((field) => ({
      value: fieldOf(lowerer, struct, field.name, star).pg,
      alias: field.name,
    })),
    columns: fields,
  }
}
