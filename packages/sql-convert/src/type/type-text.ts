import type { SparkType } from './spark-type.js'

/** A type as Spark's `typeof` writes it. */
export function typeText(type: SparkType): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`
    case 'char':
    case 'varchar':
      return `${type.kind}(${type.length})`
    case 'array':
      return `array<${typeText(type.element)}>`
    case 'map':
      return `map<${typeText(type.key)},${typeText(type.value)}>`
    case 'struct':
      return `struct<${type.fields.map((field) => `${field.name}:${typeText(field.type)}`).join(',')}>`
    case 'year interval':
      return `interval ${type.unit?.toLowerCase() ?? 'year to month'}`
    case 'day interval':
      return `interval ${type.unit?.toLowerCase() ?? 'day to second'}`
    case 'calendar interval':
      return 'interval'
    case 'time':
      return 'time(6)'
    default:
      return type.kind
  }
}
