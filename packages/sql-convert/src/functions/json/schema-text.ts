import { isString } from '../../type/kind-of-type.js'
import type { SparkType } from '../../type/spark-type.js'
import { typeText } from '../../type/type-text.js'

/**
 * A type as `spark_compat.json_as` reads it: a name, `["element"]`, `{"map": value}` or
 * `{"struct": {"field": type}}`. Undefined for a type that JSON has no values of.
 */
export function schemaText(type: SparkType): string | undefined {
  const schema = schemaOf(type)
  return schema === undefined ? undefined : JSON.stringify(schema)
}

type Schema =
  | string
  | readonly [Schema]
  | { readonly map: Schema }
  | { readonly struct: Readonly<Record<string, Schema>> }

const SCALARS = [
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'float',
  'double',
  'decimal',
  'boolean',
  'date',
  'timestamp',
  'timestamp_ntz',
  'binary',
  'variant',
]

function schemaOf(type: SparkType): Schema | undefined {
  if (isString(type)) return 'string'
  if (SCALARS.includes(type.kind)) return typeText(type)
  switch (type.kind) {
    case 'array': {
      const element = schemaOf(type.element)
      return element === undefined ? undefined : [element]
    }
    case 'map': {
      const value = schemaOf(type.value)
      return value === undefined || !isString(type.key) ? undefined : { map: value }
    }
    case 'struct': {
      const fields = type.fields.flatMap(
        ({ name, type }): readonly (readonly [string, Schema])[] => {
          const field = schemaOf(type)
          return field === undefined ? [] : [[name, field]]
        },
      )
      return fields.length === type.fields.length
        ? { struct: Object.fromEntries(fields) }
        : undefined
    }
    default:
      return undefined
  }
}
