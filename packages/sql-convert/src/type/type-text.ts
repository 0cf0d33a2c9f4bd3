import type { IntervalType, SparkType } from './spark-type.js'

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
      return intervalText(type, 'YEAR', 'MONTH')
    case 'day interval':
      return intervalText(type, 'DAY', 'SECOND')
    case 'calendar interval':
      return 'interval'
    case 'time':
      return 'time(6)'
    default:
      return type.kind
  }
}

function intervalText({ from, to }: IntervalType, first: string, last: string): string {
  const [one, other] = [from ?? first, to ?? last].map((unit) => unit.toLowerCase())
  return one === other ? `interval ${one}` : `interval ${one} to ${other}`
}
