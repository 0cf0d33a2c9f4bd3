import { type ExpectedType, readExpectedType } from './expected-type.js'
import type { PostgresRows } from './postgres-rows.js'
import { readJson, readPostgresArray } from './postgres-text.js'
import { isSameScalar, isSameValue } from './same-value.js'
import { readSparkText } from './spark-text.js'

export type Comparison = 'equal' | 'other order' | { readonly different: string }

/**
 * Compares Postgres' rows with Spark's printed ones: same values in compatible types. Rows may come in
 * another order unless the query sorts them.
 */
export function compareRows(
  types: readonly string[],
  expected: readonly string[],
  actual: PostgresRows,
  isOrdered: boolean,
): Comparison {
  const columns = types.map(readExpectedType)
  const wanted = expected.map((row) => row.split('\t'))
  if (wanted.length === 0 && actual.rows.length > 0 && actual.rows.every(isBlank)) return 'equal'
  if (wanted.length !== actual.rows.length) {
    return { different: `${actual.rows.length} rows for ${wanted.length}` }
  }
  const width = actual.types.length
  if (wanted.some((row) => row.length !== width)) {
    return { different: `${width} columns for ${wanted[0]?.length ?? 0}` }
  }
  const isSame = (row: readonly string[], other: readonly (string | null)[]) =>
    row.every((cell, place) =>
      isSameCell(columns[place], cell, actual.types[place] ?? '', other[place] ?? null),
    )
  if (wanted.every((row, place) => isSame(row, actual.rows[place] ?? []))) return 'equal'
  const left = [...actual.rows]
  for (const row of wanted) {
    const place = left.findIndex((other) => isSame(row, other))
    if (place < 0)
      return { different: `${row.join(' | ')} is not in ${left[0]?.join(' | ') ?? ''}` }
    left.splice(place, 1)
  }
  return isOrdered ? 'other order' : 'equal'
}

/** Spark's answers are trimmed: a row of one empty text is none there. */
function isBlank(row: readonly (string | null)[]): boolean {
  return row.length === 1 && row[0]?.trim() === ''
}

function isSameCell(
  type: ExpectedType | undefined,
  spark: string,
  postgresType: string,
  postgres: string | null,
): boolean {
  if (postgres === null) return spark === 'NULL'
  if (!type) return false
  const isJson = postgresType === 'jsonb' || postgresType === 'json'
  if (type.kind !== 'simple') {
    const isArray = postgresType.endsWith('[]')
    if (!isJson && !(isArray && type.kind === 'array')) return false
    const value = isJson ? readJson(postgres) : readPostgresArray(postgres)
    return isSameValue(type, readSparkText(spark), value)
  }
  if (type.name === 'variant')
    return isJson && isSameValue(type, readSparkText(spark), readJson(postgres))
  if (!fits(type.name, postgresType)) return false
  const text = postgresType === 'bytea' ? bytesAsText(postgres) : postgres
  return isSameScalar(type.name, spark.trim(), text)
}

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  number: ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'],
  text: ['text', 'varchar', 'bpchar', 'name', 'unknown', 'uuid'],
}

/** Whether a column of Postgres may stand for one of Spark. */
function fits(spark: string, postgres: string): boolean {
  switch (spark) {
    case 'string':
    case 'char':
    case 'varchar':
      return CLASSES.text?.includes(postgres) === true
    case 'boolean':
      return postgres === 'bool'
    case 'date':
      return postgres === 'date'
    case 'timestamp':
    case 'timestamp_ntz':
      return postgres === 'timestamp' || postgres === 'timestamptz'
    case 'interval':
      return postgres === 'interval'
    case 'binary':
      return postgres === 'bytea'
    case 'time':
      return postgres === 'time'
    case 'void':
      return true
    default:
      return CLASSES.number?.includes(postgres) === true
  }
}

function bytesAsText(hex: string): string {
  return Buffer.from(hex.slice(2), 'hex').toString('utf8')
}
