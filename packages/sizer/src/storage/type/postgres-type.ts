import { StorageInputError } from '../storage-input-error.js'
import type { DatabricksType } from './databricks-type.js'

/** A type of PostgreSQL as far as storage goes. */
export type PostgresType = FixedType | VariableType

interface FixedType {
  readonly kind: 'fixed'
  readonly name: FixedTypeName
  /** typlen, bytes. */
  readonly length: number
  /** typalign, bytes. */
  readonly alignment: number
}

/** typlen -1 (a varlena), typalign int. */
export type VariableType =
  | { readonly kind: 'numeric'; readonly name: 'numeric' }
  | { readonly kind: 'bytes'; readonly name: 'text' | 'bytea' }
  | { readonly kind: 'jsonb'; readonly name: 'jsonb' }

type FixedTypeName = keyof typeof FIXED_LENGTHS

/** typlen. Source: PostgreSQL 17, src/include/catalog/pg_type.dat. */
const FIXED_LENGTHS = {
  bigint: 8,
  boolean: 1,
  date: 4,
  'double precision': 8,
  integer: 4,
  interval: 16,
  real: 4,
  smallint: 2,
  'timestamp with time zone': 8,
  'timestamp without time zone': 8,
} as const

/** typalign is the length, and double for longer types. Source: PostgreSQL 17, src/include/catalog/pg_type.dat. */
const DOUBLE_ALIGNMENT = 8

/** Source of both maps: docs.databricks.com, "Synced tables", data type mapping, read 2026-10. Synonyms as in the SQL language manual. */
const FIXED_TYPES: ReadonlyMap<string, FixedTypeName> = new Map<string, FixedTypeName>([
  ['BIGINT', 'bigint'],
  ['BOOLEAN', 'boolean'],
  ['BYTE', 'smallint'],
  ['DATE', 'date'],
  ['DOUBLE', 'double precision'],
  ['FLOAT', 'real'],
  ['INT', 'integer'],
  ['INTEGER', 'integer'],
  ['INTERVAL', 'interval'],
  ['LONG', 'bigint'],
  ['REAL', 'real'],
  ['SHORT', 'smallint'],
  ['SMALLINT', 'smallint'],
  ['TIMESTAMP', 'timestamp with time zone'],
  ['TIMESTAMP_LTZ', 'timestamp with time zone'],
  ['TIMESTAMP_NTZ', 'timestamp without time zone'],
  ['TINYINT', 'smallint'],
])

const TEXT: VariableType = { kind: 'bytes', name: 'text' }
const NUMERIC: VariableType = { kind: 'numeric', name: 'numeric' }
const JSONB: VariableType = { kind: 'jsonb', name: 'jsonb' }

/** VARCHAR and CHAR are STRING with a check in Delta. */
const VARIABLE_TYPES: ReadonlyMap<string, VariableType> = new Map<string, VariableType>([
  ['BINARY', { kind: 'bytes', name: 'bytea' }],
  ['CHAR', TEXT],
  ['DEC', NUMERIC],
  ['DECIMAL', NUMERIC],
  ['NUMERIC', NUMERIC],
  ['STRING', TEXT],
  ['VARCHAR', TEXT],
])

/**
 * The type that a column of a synced table gets in Postgres.
 *
 * @param path of the type in the input, for the error
 * @throws StorageInputError `unsupported_type`: VARIANT, GEOGRAPHY, GEOMETRY, OBJECT and whatever is not known
 */
export function postgresType(type: DatabricksType, path: string): PostgresType {
  if (type.kind !== 'simple') {
    for (const member of memberTypes(type)) postgresType(member, path)
    return JSONB
  }
  const fixed = FIXED_TYPES.get(type.name)
  if (fixed !== undefined) return fixedType(fixed)
  const variable = VARIABLE_TYPES.get(type.name)
  if (variable !== undefined) return variable
  const expected = 'a type that a synced table may have'
  throw new StorageInputError('unsupported_type', path, expected, type.name)
}

function fixedType(name: FixedTypeName): FixedType {
  const length = FIXED_LENGTHS[name]
  return { kind: 'fixed', name, length, alignment: Math.min(length, DOUBLE_ALIGNMENT) }
}

function memberTypes(type: Exclude<DatabricksType, { kind: 'simple' }>): readonly DatabricksType[] {
  if (type.kind === 'array') return [type.element]
  if (type.kind === 'map') return [type.key, type.value]
  return type.fields.map((field) => field.type)
}
