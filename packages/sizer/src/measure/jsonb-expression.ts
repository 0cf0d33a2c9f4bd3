import type { DatabricksType } from '../storage/type/databricks-type.js'
import { numericDigitsExpression, scaleOf } from './numeric-expression.js'
import { quotePart } from './quote-name.js'

/** Bytes of the header of a container, and of one entry (src/include/utils/jsonb.h, PostgreSQL 17). */
const CONTAINER_BYTES = 4
const ENTRY_BYTES = 4
/** A number or container begins at a multiple of 4; after text the gap is 1.5 on the average. */
const MEAN_GAP_BYTES = 1.5
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
  return `CASE WHEN ${value} IS NOT NULL THEN CAST(${containerBytes(value, type, 1)} AS BIGINT) END`
}

function containerBytes(value: string, type: DatabricksType, depth: number): string {
  switch (type.kind) {
    case 'array':
      return `(${CONTAINER_BYTES} + ${ENTRY_BYTES} * size(${value}) + ${sumOver(value, type.element, depth)})`
    case 'map': {
      const keys = sumOver(`map_keys(${value})`, type.key, depth)
      const values = sumOver(`map_values(${value})`, type.value, depth)
      return `(${CONTAINER_BYTES} + ${2 * ENTRY_BYTES} * size(${value}) + ${keys} + ${values})`
    }
    case 'struct': {
      const names = type.fields.reduce((sum, { name }) => sum + utf8Length(name), 0)
      const fixed = CONTAINER_BYTES + 2 * ENTRY_BYTES * type.fields.length + names
      const fields = type.fields.map((field) =>
        elementBytes(`${value}.${quotePart(field.name)}`, field.type, depth),
      )
      return `(${[fixed, ...fields].join(' + ')})`
    }
    case 'simple':
      return elementBytes(value, type, depth)
  }
}

function sumOver(array: string, element: DatabricksType, depth: number): string {
  const [sum, item] = [`s${depth}`, `x${depth}`]
  const bytes = elementBytes(item, element, depth + 1)
  return `aggregate(${array}, CAST(0 AS DOUBLE), (${sum}, ${item}) -> ${sum} + ${bytes})`
}

/** A value within a container: its entry is counted there, a null has no bytes of its own. */
function elementBytes(value: string, type: DatabricksType, depth: number): string {
  if (type.kind !== 'simple') {
    return `coalesce(${roundedUp(containerBytes(value, type, depth))} + ${MEAN_GAP_BYTES}, 0)`
  }
  return `coalesce(${scalarBytes(value, type.name, scaleOf(type))}, 0)`
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

/** A numeric with its four-byte header, up to the next multiple of 4. */
function numberBytes(digits: string): string {
  return roundedUp(`(6 + 2 * ${digits})`)
}

function roundedUp(bytes: string): string {
  return `4 * ceil(${bytes} / 4)`
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
