import type { DataType } from '../spark/ast/data-type.js'
import { arrayOf, decimal, MAX_PRECISION, type SimpleKind, type SparkType } from './spark-type.js'

const NAMES: Readonly<Record<string, SimpleKind>> = {
  BIGINT: 'bigint',
  BINARY: 'binary',
  BOOLEAN: 'boolean',
  BYTE: 'tinyint',
  DATE: 'date',
  DOUBLE: 'double',
  FLOAT: 'float',
  INT: 'int',
  INTEGER: 'int',
  LONG: 'bigint',
  REAL: 'float',
  SHORT: 'smallint',
  SMALLINT: 'smallint',
  STRING: 'string',
  TEXT: 'string',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_LTZ: 'timestamp',
  TIMESTAMP_NTZ: 'timestamp_ntz',
  TINYINT: 'tinyint',
  VARIANT: 'variant',
  VOID: 'void',
}

/** The type that a text names; undefined when there is none of that name (or none for Postgres). */
export function fromDataType(type: DataType): SparkType | undefined {
  switch (type.kind) {
    case 'array type': {
      const element = fromDataType(type.element)
      return element && arrayOf(element)
    }
    case 'map type': {
      const key = fromDataType(type.key)
      const value = fromDataType(type.value)
      return key && value && { kind: 'map', key, value }
    }
    case 'struct type': {
      const fields = type.fields.map(({ name, type }) => ({ name, type: fromDataType(type) }))
      const known = fields.flatMap(({ name, type }) => (type ? [{ name, type }] : []))
      return known.length === fields.length ? { kind: 'struct', fields: known } : undefined
    }
    case 'interval type':
      return intervalType(type.from, type.to)
    default:
      return isBinary(type.collation) ? simple(type.name, type.arguments) : undefined
  }
}

/** Other collations compare in ways that a Postgres column would need a collation for. */
function isBinary(collation: string | undefined): boolean {
  return collation === undefined || /^utf8_binary$/i.test(collation)
}

function simple(name: string, [first, second]: readonly number[]): SparkType | undefined {
  switch (name) {
    case 'DECIMAL':
    case 'DEC':
    case 'NUMERIC':
      return (first ?? 10) <= MAX_PRECISION ? decimal(first ?? 10, second ?? 0) : undefined
    case 'TIME':
      // Postgres would round to fewer digits, Databricks cuts.
      return first === undefined || first === 6 ? { kind: 'time' } : undefined
    case 'CHAR':
    case 'CHARACTER':
      return { kind: 'char', length: first ?? 1 }
    case 'VARCHAR':
      return first === undefined ? { kind: 'string' } : { kind: 'varchar', length: first }
    default: {
      const kind = NAMES[name]
      return kind && { kind }
    }
  }
}

function intervalType(from: string | undefined, to: string | undefined): SparkType {
  if (from === undefined) return { kind: 'calendar interval' }
  const kind = from === 'YEAR' || from === 'MONTH' ? 'year interval' : 'day interval'
  return { kind, from, to: to ?? from }
}
