import type { PgExpression } from '../../postgres/expression.js'
import { postgresType } from '../../type/postgres-type.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { cast, template } from '../pg.js'

/** A value as Spark writes it; undefined where Postgres cannot. */
export function textOf({ pg, type }: Bound): PgExpression | undefined {
  switch (type.kind) {
    case 'string':
    case 'varchar':
      return pg
    case 'char':
      return template(`rpad($1::text, ${type.length})`, pg)
    case 'double':
      return template('spark_compat.double_text($1)', pg)
    case 'float':
      return template('spark_compat.float_text($1)', pg)
    case 'binary':
      return template("convert_from($1, 'UTF8')", pg)
    case 'timestamp':
      return cast(cast(pg, 'timestamp'), 'text')
    case 'day interval':
      return template('spark_compat.day_interval_text($1)', pg)
    case 'year interval':
      return template('spark_compat.year_interval_text($1)', pg)
    case 'array':
    case 'map':
    case 'struct':
      return nestedText(pg, type)
    case 'variant':
      return template("$1 #>> '{}'", pg)
    default:
      return cast(pg, 'text')
  }
}

/** `[1, 2]`, `{a -> 1}`, `{1, x}`: written element by element, each as its own type is. */
function nestedText(pg: PgExpression, type: SparkType): PgExpression | undefined {
  if (type.kind === 'array') {
    const element = elementText(type.element, 'e')
    if (element === undefined) return undefined
    const isJson = postgresType(type) === 'jsonb'
    const source = isJson ? 'jsonb_array_elements($1)' : 'unnest($1)'
    return template(
      `CASE WHEN $1 IS NOT NULL THEN '[' || coalesce((SELECT string_agg(coalesce(${element}, 'null'), ', ' ORDER BY n) FROM ${source} WITH ORDINALITY AS _t(e, n)), '') || ']' END`,
      pg,
    )
  }
  if (type.kind === 'map') {
    const value = elementText(type.value, 'v', true)
    if (value === undefined) return undefined
    return template(
      `CASE WHEN $1 IS NOT NULL THEN '{' || coalesce((SELECT string_agg(k || ' -> ' || coalesce(${value}, 'null'), ', ' ORDER BY n) FROM jsonb_each($1) WITH ORDINALITY AS _t(k, v, n)), '') || '}' END`,
      pg,
    )
  }
  if (type.kind !== 'struct') return undefined
  const fields = type.fields.map((field) =>
    elementText(field.type, `$1 -> ${literal(field.name)}`, true),
  )
  if (fields.some((field) => field === undefined)) return undefined
  const parts = fields.map((field) => `coalesce(${field}, 'null')`).join(" || ', ' || ")
  return template(
    `CASE WHEN $1 IS NOT NULL THEN '{' || ${parts === '' ? "''" : parts} || '}' END`,
    pg,
  )
}

function elementText(type: SparkType, name: string, isJsonValue = false): string | undefined {
  const typed = isJsonValue ? `((${name}) #>> '{}')::${postgresType(type)}` : name
  switch (type.kind) {
    case 'string':
    case 'varchar':
    case 'char':
      return isJsonValue ? `(${name}) #>> '{}'` : name
    case 'double':
      return `spark_compat.double_text(${typed})`
    case 'float':
      return `spark_compat.float_text(${typed})`
    case 'timestamp':
      return `${typed}::timestamp::text`
    case 'array':
    case 'map':
    case 'struct':
      return undefined
    default:
      return `${typed}::text`
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
