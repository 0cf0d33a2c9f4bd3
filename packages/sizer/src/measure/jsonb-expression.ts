import type { DatabricksType } from '../storage/type/databricks-type.js'
import { numericDigitsExpression, scaleOf } from './numeric-expression.js'
import { quotePart } from './quote-name.js'

/** Bytes of the header of a container, and of one entry (src/include/utils/jsonb.h, PostgreSQL 17). */
const CONTAINER_BYTES = 4
const ENTRY_BYTES = 4
/** Varlena header and sign, weight and scale of a numeric (src/backend/utils/adt/numeric.c, PostgreSQL 17). */
const NUMERIC_HEADER_BYTES = 6
/** Base-10000 digits of a DOUBLE whose decimal form does not fit: its 17 digits fill five groups. */
const DOUBLE_DIGITS = 5

const TEXT = new Set(['CHAR', 'STRING', 'VARCHAR'])
const DECIMAL = new Set(['DEC', 'DECIMAL', 'NUMERIC'])
const FLOATING = new Set(['DOUBLE', 'FLOAT', 'REAL'])
const WHOLE = new Set(['BIGINT', 'BYTE', 'INT', 'INTEGER', 'LONG', 'SHORT', 'SMALLINT', 'TINYINT'])
/** JSON has no dates: `2026-01-01` and `2026-01-01T00:00:00.000Z` stand there as text. */
const WRITTEN_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['DATE', 10],
  ['TIMESTAMP', 24],
  ['TIMESTAMP_LTZ', 24],
  ['TIMESTAMP_NTZ', 24],
])

/** The bytes of the jsonb that an ARRAY, MAP or STRUCT becomes, NULL where the value is. */
export function jsonbExpression(value: string, type: DatabricksType): string {
  return valueBytes(value, type, 1)
}

/** Bytes of a value without the padding before it, NULL where the value is. */
function valueBytes(value: string, type: DatabricksType, depth: number): string {
  if (type.kind === 'simple') return scalarBytes(value, type.name, scaleOf(type))
  return `CASE WHEN ${value} IS NOT NULL THEN ${containerBytes(value, type, depth)} END`
}

function containerBytes(
  value: string,
  type: Exclude<DatabricksType, { kind: 'simple' }>,
  depth: number,
): string {
  switch (type.kind) {
    case 'array':
      return `${CONTAINER_BYTES} + ${ENTRY_BYTES} * size(${value}) + ${laid(value, type.element, ZERO, depth)}`
    case 'map': {
      const keys = `aggregate(map_keys(${value}), ${ZERO}, (s${depth}, x${depth}) -> s${depth} + octet_length(CAST(x${depth} AS STRING)))`
      return `${CONTAINER_BYTES} + ${2 * ENTRY_BYTES} * size(${value}) + ${laid(`map_values(${value})`, type.value, keys, depth)}`
    }
    case 'struct': {
      const names = type.fields.reduce((sum, { name }) => sum + utf8Length(name), 0)
      const fixed = CONTAINER_BYTES + 2 * ENTRY_BYTES * type.fields.length
      const fields = inKeyOrder(type.fields).map(
        (field) =>
          `named_struct('a', ${isAligned(field.type)}, 'n', CAST(${valueBytes(`${value}.${quotePart(field.name)}`, field.type, depth)} AS BIGINT))`,
      )
      const [sum, item] = [`s${depth}`, `x${depth}`]
      const start = `CASE WHEN ${item}.a THEN ${aligned(sum)} ELSE ${sum} END`
      return `${fixed} + aggregate(array(${fields.join(', ')}), CAST(${names} AS BIGINT), (${sum}, ${item}) -> CASE WHEN ${item}.n IS NULL THEN ${sum} ELSE ${start} + ${item}.n END)`
    }
  }
}

const ZERO = 'CAST(0 AS BIGINT)'

/** The values of an array one after the other, each at its alignment, from an offset on. */
function laid(array: string, element: DatabricksType, from: string, depth: number): string {
  const [sum, item] = [`s${depth}`, `x${depth}`]
  const start = isAligned(element) ? aligned(sum) : sum
  const bytes = valueBytes(item, element, depth + 1)
  return `aggregate(${array}, ${from}, (${sum}, ${item}) -> CASE WHEN ${item} IS NULL THEN ${sum} ELSE ${start} + CAST(${bytes} AS BIGINT) END)`
}

/** Numbers and containers begin at a multiple of 4, text and booleans anywhere. */
function isAligned(type: DatabricksType): boolean {
  if (type.kind !== 'simple') return true
  return DECIMAL.has(type.name) || FLOATING.has(type.name) || WHOLE.has(type.name)
}

function aligned(offset: string): string {
  return `CAST(4 * ceil(${offset} / 4) AS BIGINT)`
}

/** jsonb keeps the keys of an object by length, then by bytes. */
function inKeyOrder<Field extends { readonly name: string }>(
  fields: readonly Field[],
): readonly Field[] {
  return [...fields].sort(
    (one, other) =>
      utf8Length(one.name) - utf8Length(other.name) || (one.name < other.name ? -1 : 1),
  )
}

function scalarBytes(value: string, name: string, scale: number): string {
  if (TEXT.has(name)) return `octet_length(${value})`
  if (name === 'BOOLEAN') return `CASE WHEN ${value} IS NOT NULL THEN 0 END`
  if (name === 'BINARY') return `4 * ceil(octet_length(${value}) / 3)`
  const written = WRITTEN_LENGTHS.get(name)
  if (written !== undefined) return `CASE WHEN ${value} IS NOT NULL THEN ${written} END`
  if (DECIMAL.has(name)) return numberBytes(numericDigitsExpression(value, scale))
  if (FLOATING.has(name)) {
    const decimal = numericDigitsExpression(`try_cast(${value} AS DECIMAL(38,10))`, 10)
    return `CASE WHEN ${value} IS NOT NULL THEN ${numberBytes(`coalesce(${decimal}, ${DOUBLE_DIGITS})`)} END`
  }
  if (WHOLE.has(name)) {
    return numberBytes(numericDigitsExpression(value, 0))
  }
  return `octet_length(CAST(${value} AS STRING))`
}

/** NULL where the digits are. */
function numberBytes(digits: string): string {
  return `(${NUMERIC_HEADER_BYTES} + 2 * ${digits})`
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
