import type { PgExpression } from '../../postgres/expression.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType, StructType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { fromJson, toJson } from '../json-value.js'
import { call, name, template, text } from '../pg.js'

type CastTo = (value: Bound, type: SparkType) => Bound | undefined

/** Nested types and VARIANT, which are all jsonb. */
export function castToJson(
  value: Bound,
  type: SparkType,
  castTo: CastTo,
): PgExpression | undefined {
  const from = value.type
  if (type.kind === 'variant') return toJson(value).pg
  if (from.kind === 'struct' && type.kind === 'struct') return castStruct(value, from, type, castTo)
  if (from.kind === 'array' && type.kind === 'array') {
    return castElements(value, from.element, type.element, castTo)
  }
  return from.kind === 'map' && type.kind === 'map' ? value.pg : undefined
}

/** Fields go by their place, and take the names of the type. */
function castStruct(
  value: Bound,
  from: StructType,
  type: StructType,
  castTo: CastTo,
): PgExpression | undefined {
  if (isSameType(from, type)) return value.pg
  if (from.fields.length !== type.fields.length) return undefined
  const fields = from.fields.map((field, place) => {
    const wanted = type.fields[place]
    const json = template('$1 -> $2', value.pg, text(field.name))
    const inner = fromJson({ pg: json, type: { kind: 'variant' } }, field.type)
    const cast = wanted && castTo(inner, wanted.type)
    return cast && wanted ? [text(wanted.name), toJson(cast).pg] : undefined
  })
  const known = fields.flatMap((field) => field ?? [])
  if (known.length !== type.fields.length * 2) return undefined
  const built = call('jsonb_build_object', ...known)
  return template('CASE WHEN $1 IS NOT NULL THEN $2 END', value.pg, built)
}

function castElements(
  value: Bound,
  from: SparkType,
  to: SparkType,
  castTo: CastTo,
): PgExpression | undefined {
  if (isSameType(from, to)) return value.pg
  const element = fromJson({ pg: name('e'), type: { kind: 'variant' } }, from)
  const cast = castTo(element, to)
  if (!cast) return undefined
  return template(
    "CASE WHEN $1 IS NOT NULL THEN coalesce((SELECT jsonb_agg($2 ORDER BY n) FROM jsonb_array_elements($1) WITH ORDINALITY AS _t(e, n)), '[]') END",
    value.pg,
    toJson(cast).pg,
  )
}
