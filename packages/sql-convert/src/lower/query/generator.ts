import type { PgExpression } from '../../postgres/expression.js'
import { fold, quoted } from '../../postgres/identifier.js'
import type { PgQuery } from '../../postgres/query.js'
import type { Call } from '../../spark/ast/expression.js'
import { isJson } from '../../type/kind-of-type.js'
import { INT, type SparkType, STRING, UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { become, unifiedType } from '../cast/unify.js'
import { fromJson } from '../json-value.js'
import type { Lowerer } from '../lowerer.js'
import { NULL, name, template } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'

/** The rows that a generator gives for one row, as a query over the columns of that row. */
export interface Generated {
  readonly query: PgQuery
  readonly columns: readonly OutputColumn[]
  /** Whether a row stays where the generator gives none. */
  readonly outer: boolean
}

export function lowerGenerator(lowerer: Lowerer, call: Call, scope: Scope): Generated {
  const whole = fold(call.name.at(-1) ?? '')
  const outer = whole.endsWith('_outer')
  const kind = outer ? whole.slice(0, -'_outer'.length) : whole
  const values = call.arguments.map(({ value }) => lowerer.expression(value, scope))
  const [first] = values
  if (!first) return lowerer.context.refuse(`${whole} without an argument`, call)
  const generated = generate(lowerer, kind, first, values, call)
  return { ...generated, outer }
}

type Rows = Omit<Generated, 'outer'>

function generate(
  lowerer: Lowerer,
  kind: string,
  first: Bound,
  values: readonly Bound[],
  call: Call,
): Rows {
  switch (kind) {
    case 'explode':
      return explode(lowerer, first, false, call)
    case 'posexplode':
      return explode(lowerer, first, true, call)
    case 'inline':
      return inline(lowerer, first, call)
    case 'stack':
      return stack(lowerer, values, call)
    case 'json_tuple':
      return jsonTuple(first, values.slice(1))
    default:
      return lowerer.context.refuse(`${kind} has no rule`, call)
  }
}

function explode(lowerer: Lowerer, value: Bound, isNumbered: boolean, call: Call): Rows {
  const position = { value: template('(_n - 1)::int'), alias: 'pos' }
  const { type } = value
  if (type.kind === 'map') {
    const key = castTo({ pg: name('_k'), type: STRING }, type.key)?.pg ?? name('_k')
    const item = fromJson({ pg: name('_v'), type: { kind: 'variant' } }, type.value).pg
    const items = [
      { value: key, alias: 'key' },
      { value: item, alias: 'value' },
    ]
    const columns = [
      { name: 'key', type: type.key },
      { name: 'value', type: type.value },
    ]
    return rows(
      isNumbered ? [position, ...items] : items,
      isNumbered ? [POSITION, ...columns] : columns,
      source('jsonb_each($1)', value.pg, ['_k', '_v', '_n']),
    )
  }
  if (type.kind !== 'array' && type.kind !== 'unknown' && type.kind !== 'void') {
    return lowerer.context.refuse(`explode of ${type.kind}`, call)
  }
  const element = type.kind === 'array' ? type.element : UNKNOWN
  const isNested = isJson(type)
  const item = isNested
    ? fromJson({ pg: name('_e'), type: { kind: 'variant' } }, element).pg
    : name('_e')
  const from = source(isNested ? 'jsonb_array_elements($1)' : 'unnest($1)', typedArray(value), [
    '_e',
    '_n',
  ])
  const column = { name: 'col', type: element }
  const listed = { value: item, alias: 'col' }
  return isNumbered
    ? rows([position, listed], [POSITION, column], from)
    : rows([listed], [column], from)
}

const POSITION: OutputColumn = { name: 'pos', type: INT }

function typedArray(value: Bound): PgExpression {
  return value.constant === null ? template('NULL::text[]') : value.pg
}

interface Item {
  readonly value: PgExpression
  readonly alias: string
}

type Source = ReturnType<typeof source>

function source(text: string, value: PgExpression, columns: readonly string[]) {
  return {
    kind: 'function',
    lateral: false,
    call: template(text, value),
    withOrdinality: true,
    alias: { name: '_g', columns },
  } as const
}

function rows(items: readonly Item[], columns: readonly OutputColumn[], from: Source): Rows {
  const body = { kind: 'select', distinct: false, items, from: [from], windows: [] } as const
  return { query: { body }, columns }
}

function inline(lowerer: Lowerer, value: Bound, call: Call): Rows {
  const struct = value.type.kind === 'array' ? value.type.element : UNKNOWN
  if (struct.kind !== 'struct') {
    return lowerer.context.needsSchema('inline needs the fields of the structs', call)
  }
  const items = struct.fields.map((field) => ({
    value: fromJson(
      { pg: template(`_e -> ${quoted(field.name)}`), type: { kind: 'variant' } },
      field.type,
    ).pg,
    alias: field.name,
  }))
  return rows(items, struct.fields, source('jsonb_array_elements($1)', value.pg, ['_e', '_n']))
}

/** Rows beyond the values are NULL: more than these are a mistake. */
const MOST_ROWS = 10_000

/** `stack(n, …)`: the values in n rows, from left to right. */
function stack(lowerer: Lowerer, [count, ...values]: readonly Bound[], call: Call): Rows {
  const height = count?.constant
  if (typeof height !== 'number' || !Number.isInteger(height) || height < 1) {
    return lowerer.context.refuse('stack without a constant number of rows', call)
  }
  if (height > MOST_ROWS) return lowerer.context.refuse(`stack of ${height} rows`, call)
  const width = Math.ceil(values.length / height)
  const columns = Array.from({ length: width }, (_, place) => ({
    name: `col${place}`,
    type: unifiedType(values.filter((_one, index) => index % width === place)),
  }))
  const cells = Array.from({ length: height }, (_, row) =>
    columns.map(({ type }, place) => stackCell(values[row * width + place], type, row === 0)),
  )
  return { query: { body: { kind: 'values', rows: cells } }, columns }
}

function stackCell(value: Bound | undefined, type: SparkType, isFirst: boolean): PgExpression {
  if (!value) return NULL
  const cell = become(value, type)
  return isFirst && cell.untyped
    ? (castTo(cell, type.kind === 'void' ? STRING : type)?.pg ?? cell.pg)
    : cell.pg
}

function jsonTuple(text: Bound, keys: readonly Bound[]): Rows {
  const textPg = castTo(text, STRING)?.pg ?? text.pg
  const items = keys.map((key, place) => ({
    value: template(
      'spark_compat.get_json_object($1, ARRAY[$2])',
      textPg,
      castTo(key, STRING)?.pg ?? key.pg,
    ),
    alias: `c${place}`,
  }))
  const columns = keys.map((_, place) => ({ name: `c${place}`, type: STRING }))
  const body = { kind: 'select', distinct: false, items, from: [], windows: [] } as const
  return { query: { body }, columns }
}
