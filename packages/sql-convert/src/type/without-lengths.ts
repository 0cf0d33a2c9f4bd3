import type { SparkType } from './spark-type.js'

/** The type a cast makes of it: Spark cuts and pads for CHAR and VARCHAR in tables only. */
export function withoutLengths(type: SparkType): SparkType {
  switch (type.kind) {
    case 'char':
    case 'varchar':
      return { kind: 'string' }
    case 'array':
      return { ...type, element: withoutLengths(type.element) }
    case 'map':
      return { ...type, key: withoutLengths(type.key), value: withoutLengths(type.value) }
    case 'struct':
      return {
        ...type,
        fields: type.fields.map((field) => ({ ...field, type: withoutLengths(field.type) })),
      }
    default:
      return type
  }
}
