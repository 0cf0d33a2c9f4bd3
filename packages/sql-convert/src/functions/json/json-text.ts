import { quoted } from '../../postgres/identifier.js'
import { isInteger, isJson, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import type { SparkType, StructType } from '../../type/spark-type.js'

/** How JSON is to be written. */
export interface JsonStyle {
  readonly keepNulls: boolean
  readonly sorted: boolean
  /** SQL for a date `$1` as text; ISO 8601 where it is missing. */
  readonly date: string | undefined
  /** SQL for a timestamp `$1` as text. */
  readonly timestamp: string | undefined
}

/**
 * SQL for the JSON text of a value that SQL of ours names: NULL where it is NULL. `inJson` says that
 * the value is jsonb, else it is one of the Postgres type. Undefined for types without such a text.
 */
export function jsonText(
  value: string,
  type: SparkType,
  inJson: boolean,
  style: JsonStyle,
): string | undefined {
  switch (type.kind) {
    case 'array':
      return arrayText(value, type.element, inJson, style)
    case 'map':
      return isJson(type.key) ? undefined : mapText(value, type.value, style)
    case 'struct':
      return structText(value, type, style)
    case 'variant':
    case 'unknown':
      return `spark_compat.json_compact(nullif((${inJson ? value : `to_jsonb(${value})`})::text, 'null'))`
    default:
      return scalarText(value, type, inJson, style)
  }
}

function scalarText(
  value: string,
  type: SparkType,
  inJson: boolean,
  style: JsonStyle,
): string | undefined {
  if (type.kind === 'void') return 'NULL'
  if (isString(type)) {
    return inJson ? `nullif((${value})::text, 'null')` : `to_json(${value})::text`
  }
  const text = `(${value} #>> '{}')`
  if (type.kind === 'binary') {
    return inQuotes(base64(inJson ? `decode(${text}, 'hex')` : value))
  }
  if (isInteger(type) || type.kind === 'boolean' || type.kind === 'decimal') {
    return inJson ? text : `${value}::text`
  }
  return typedText(inJson ? `${text}::${postgresType(type)}` : value, type, style)
}

/** What needs its type to be written as Spark does. */
function typedText(value: string, { kind }: SparkType, style: JsonStyle): string | undefined {
  switch (kind) {
    case 'double':
    case 'float':
      return `spark_compat.json_number(${value})`
    case 'date':
      return inQuotes(style.date?.replaceAll('$1', value) ?? `${value}::text`)
    case 'timestamp':
      return style.timestamp === undefined
        ? `spark_compat.json_timestamp(${value})`
        : inQuotes(style.timestamp.replaceAll('$1', value))
    case 'timestamp_ntz':
      return inQuotes(`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`)
    default:
      return undefined
  }
}

function inQuotes(text: string): string {
  return `'"' || ${text} || '"'`
}

function base64(bytes: string): string {
  return `translate(encode(${bytes}, 'base64'), E'\\n', '')`
}

function arrayText(
  value: string,
  element: SparkType,
  inJson: boolean,
  style: JsonStyle,
): string | undefined {
  const item = jsonText('e.item', element, inJson, style)
  if (item === undefined) return undefined
  const source = inJson ? `jsonb_array_elements(${value})` : `unnest(${value})`
  const test = inJson ? `jsonb_typeof(${value}) = 'array'` : `${value} IS NOT NULL`
  return `CASE WHEN ${test} THEN (SELECT '[' || coalesce(string_agg(coalesce(${item}, 'null'), ',' ORDER BY e.place), '') || ']' FROM ${source} WITH ORDINALITY AS e(item, place)) END`
}

function mapText(value: string, of: SparkType, style: JsonStyle): string | undefined {
  const item = jsonText('m.item', of, true, style)
  if (item === undefined) return undefined
  return `CASE WHEN jsonb_typeof(${value}) = 'object' THEN (SELECT '{' || coalesce(string_agg(to_json(m.key)::text || ':' || coalesce(${item}, 'null'), ',' ORDER BY m.place), '') || '}' FROM jsonb_each(${value}) WITH ORDINALITY AS m(key, item, place)) END`
}

function structText(value: string, { fields }: StructType, style: JsonStyle): string | undefined {
  const ordered = style.sorted
    ? [...fields].sort((one, other) => (one.name < other.name ? -1 : 1))
    : fields
  const parts = ordered.map(({ name, type }) => {
    const text = jsonText(`(${value} -> ${quoted(name)})`, type, true, style)
    const key = quoted(`${JSON.stringify(name)}:`)
    if (text === undefined) return undefined
    return style.keepNulls ? `${key} || coalesce(${text}, 'null')` : `${key} || ${text}`
  })
  if (parts.includes(undefined)) return undefined
  const body = parts.length === 0 ? '' : ` || concat_ws(',', ${parts.join(', ')})`
  return `CASE WHEN jsonb_typeof(${value}) = 'object' THEN '{'${body} || '}' END`
}
