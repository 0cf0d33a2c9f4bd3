import { isJson } from './kind-of-type.js'
import type { SparkType } from './spark-type.js'

const SIMPLE: Readonly<Record<string, string>> = {
  binary: 'bytea',
  'calendar interval': 'interval',
  'day interval': 'interval',
  'year interval': 'interval',
  double: 'double precision',
  float: 'real',
  string: 'text',
  timestamp: 'timestamptz',
  timestamp_ntz: 'timestamp',
  tinyint: 'smallint',
  unknown: 'text',
  void: 'text',
}

/**
 * The Postgres type that holds values of a Spark type: arrays of scalars as arrays, all else that is
 * nested as jsonb, TIMESTAMP with a time zone.
 */
export function postgresType(type: SparkType): string {
  if (isJson(type)) return 'jsonb'
  switch (type.kind) {
    case 'decimal':
      return `numeric(${type.precision},${type.scale})`
    case 'char':
    case 'varchar':
      return `${type.kind}(${type.length})`
    case 'array':
      return `${postgresType(type.element)}[]`
    default:
      return SIMPLE[type.kind] ?? type.kind
  }
}
