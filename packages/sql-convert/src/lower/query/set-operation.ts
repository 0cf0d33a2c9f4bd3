import { fold } from '../../postgres/identifier.js'
import type { PgQueryBody, PgSelectItem } from '../../postgres/query.js'
import type { SetOperation } from '../../spark/ast/query.js'
import { isNumeric, isString, isText } from '../../type/kind-of-type.js'
import { isSameType } from '../../type/same-type.js'
import { type SparkType, UNKNOWN } from '../../type/spark-type.js'
import { widerType } from '../../type/wider-type.js'
import { castTo } from '../cast/cast.js'
import type { LoweredBody, Lowerer } from '../lowerer.js'
import { NULL, name } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'

/** UNION, INTERSECT, EXCEPT: columns of one place come together in their wider type. */
export function lowerSetOperation(lowerer: Lowerer, node: SetOperation, scope: Scope): LoweredBody {
  const left = lowerer.body(node.left, scope)
  const right = lowerer.body(node.right, scope)
  const sides = node.byName ? byName(lowerer, node, left, right) : { left, right }
  const one = sides.left.columns
  const other = sides.right.columns
  const types = one?.map(({ type }, place) => widerType(type, other?.[place]?.type ?? UNKNOWN))
  const wanted = types?.every((type) => type !== undefined) ? types : undefined
  const columns = one?.map((column, place) => ({ ...column, type: wanted?.[place] ?? UNKNOWN }))
  return {
    body: {
      kind: 'set operation',
      operator: node.operator,
      all: node.all,
      left: sideAs(lowerer, sides.left, wanted),
      right: sideAs(lowerer, sides.right, wanted),
    },
    columns,
  }
}

/** A decimal shows the scale of its column, so what stands open is cast though Postgres would compare it as it is. */
function sideAs(
  lowerer: Lowerer,
  side: LoweredBody,
  types: readonly SparkType[] | undefined,
): PgQueryBody {
  const { body, columns } = side
  if (types && columns?.length === types.length) {
    const isFine = columns.every(({ type }, place) => shows(type, types[place] ?? UNKNOWN))
    const direct = isFine ? body : castItems(body, columns, types, shows)
    if (direct) return direct
  }
  return castColumns(lowerer, side, types)
}

/** The columns of a query as ones of these types, where Postgres would not make them so by itself. */
export function castColumns(
  lowerer: Lowerer,
  side: LoweredBody,
  types: readonly (SparkType | undefined)[] | undefined,
): PgQueryBody {
  const { body, columns } = side
  if (!types || !columns || columns.length !== types.length) return body
  const isFine = columns.every(({ type }, place) => fits(type, types[place] ?? UNKNOWN))
  if (isFine) return body
  const direct = castItems(body, columns, types, fits)
  if (direct) return direct
  const names = columns.map((_, place) => `c${place + 1}`)
  const items = columns.map(({ type, name: own }, place): PgSelectItem => {
    const pg = name(names[place] ?? '')
    const value = castTo({ pg, type }, types[place] ?? UNKNOWN)?.pg ?? pg
    return own === undefined ? { value } : { value, alias: own }
  })
  const alias = { name: lowerer.context.fresh('q'), columns: names }
  const from = [{ kind: 'derived', lateral: false, query: { body }, alias } as const]
  return { kind: 'select', distinct: false, items, from, windows: [] }
}

/** Whether Postgres brings the column to the wider type by itself, and as Databricks would. */
function fits(type: SparkType, wanted: SparkType): boolean {
  if (isSameType(type, wanted) || wanted.kind === 'unknown') return true
  if (isNumeric(type) && isNumeric(wanted)) return true
  return isText(type) && isString(wanted)
}

function shows(type: SparkType, wanted: SparkType): boolean {
  if (!isNumeric(type) || wanted.kind !== 'decimal') return fits(type, wanted)
  return type.kind === 'decimal' && type.scale === wanted.scale
}

/** Casts in the select list itself, where it stands open. */
function castItems(
  body: PgQueryBody,
  columns: readonly OutputColumn[],
  types: readonly (SparkType | undefined)[],
  isFine: typeof fits,
): PgQueryBody | undefined {
  if (body.kind !== 'select' || body.distinct || body.items.length !== columns.length)
    return undefined
  if (body.items.some(({ value }) => value.kind === 'star')) return undefined
  const items = body.items.map((item, place): PgSelectItem => {
    const column = columns[place]
    const wanted = types[place] ?? UNKNOWN
    if (!column || isFine(column.type, wanted)) return item
    const isNull = column.type.kind === 'void'
    const bound = { pg: isNull ? NULL : item.value, type: column.type }
    const value = castTo(isNull ? { ...bound, constant: null } : bound, wanted)?.pg ?? item.value
    const alias = item.alias ?? column.name
    return alias === undefined ? { value } : { value, alias }
  })
  return { ...body, items }
}

interface Sides {
  readonly left: LoweredBody
  readonly right: LoweredBody
}

function byName(
  lowerer: Lowerer,
  node: SetOperation,
  left: LoweredBody,
  right: LoweredBody,
): Sides {
  const one = namesOf(left)
  const other = namesOf(right)
  if (!one || !other) return lowerer.context.needsSchema('UNION BY NAME needs the columns', node)
  const isSame = one.length === other.length && one.every((each) => other.includes(each))
  if (!isSame) return lowerer.context.refuse('UNION BY NAME of different columns', node)
  const items = one.map((each) => ({ value: name(each) }))
  const alias = { name: lowerer.context.fresh('q'), columns: [] }
  const from = [{ kind: 'derived', lateral: false, query: { body: right.body }, alias } as const]
  const columns = one.flatMap(
    (each) => right.columns?.find(({ name }) => fold(name ?? '') === each) ?? [],
  )
  return {
    left,
    right: { body: { kind: 'select', distinct: false, items, from, windows: [] }, columns },
  }
}

function namesOf({ columns }: LoweredBody): readonly string[] | undefined {
  const names = columns?.flatMap(({ name }) => (name === undefined ? [] : [fold(name)]))
  return names && names.length === columns?.length ? names : undefined
}
