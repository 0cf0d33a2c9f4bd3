import assumptions from '../../data/storage-assumptions.json' with { type: 'json' }
import { LONG_HEADER_BYTES } from '../heap/data-size.js'
import { numericLength } from '../numeric/numeric-length.js'
import type { DatabricksType } from '../type/databricks-type.js'

/** Bytes of a value without its header: a mean that would surprise few, and the ends of what is usual. */
export interface WidthRange {
  readonly low: number
  readonly expected: number
  readonly high: number
}

const TEXT: WidthRange = assumptions.textBytes.value
const BINARY: WidthRange = assumptions.binaryBytes.value
const TEXT_INSIDE_JSON: WidthRange = assumptions.textBytesInJson.value
const ELEMENTS: WidthRange = assumptions.elements.value
const NUMBER_GROUPS: WidthRange = assumptions.numberGroupsInJson.value
const DECIMAL_SHARE = assumptions.decimalShare.value
/** A date or timestamp as JSON writes it, give or take its fraction. */
const TIME_AS_TEXT = even(20)
/** Source: Databricks SQL manual, DECIMAL type: DECIMAL alone is DECIMAL(10, 0). */
const DEFAULT_PRECISION = 10

/** Source: PostgreSQL 17, JsonbContainer and JEntry, src/include/utils/jsonb.h. */
const JSONB_HEADER_BYTES = 4
const JSONB_ENTRY_BYTES = 4

/** What a value of a type of variable length is likely to take. */
export function typicalWidth(type: DatabricksType): WidthRange {
  if (type.kind !== 'simple') return jsonContainer(type)
  const [size, scale = 0] = type.arguments
  switch (type.name) {
    case 'BINARY':
      return BINARY
    case 'CHAR':
      return even(size ?? 1)
    case 'VARCHAR':
      return size === undefined ? TEXT : upTo(size)
    case 'DEC':
    case 'DECIMAL':
    case 'NUMERIC':
      return map(decimalDigits(size ?? DEFAULT_PRECISION, scale), numericLength)
    default:
      return TEXT
  }
}

function upTo(size: number): WidthRange {
  return {
    low: Math.min(TEXT.low, size),
    expected: Math.min(TEXT.expected, Math.ceil(size / 2)),
    high: Math.min(TEXT.high, size),
  }
}

function decimalDigits(precision: number, scale: number): WidthRange {
  const most = Math.ceil((precision - scale) / 4) + Math.ceil(scale / 4)
  return { low: Math.min(1, most), expected: Math.ceil(most * DECIMAL_SHARE), high: most }
}

function jsonContainer(type: Exclude<DatabricksType, { kind: 'simple' }>): WidthRange {
  const header = even(JSONB_HEADER_BYTES)
  if (type.kind === 'array') return add(header, times(ELEMENTS, jsonEntry(type.element)))
  if (type.kind === 'map') {
    const pair = add(jsonKey(type.key), jsonEntry(type.value))
    return add(header, times(ELEMENTS, pair))
  }
  return type.fields
    .map(({ name, type: field }) => add(even(JSONB_ENTRY_BYTES + name.length), jsonEntry(field)))
    .reduce(add, header)
}

function jsonKey(type: DatabricksType): WidthRange {
  const isText = type.kind === 'simple' && /^(STRING|VARCHAR|CHAR)$/.test(type.name)
  return add(even(JSONB_ENTRY_BYTES), isText ? TEXT_INSIDE_JSON : even(8))
}

function jsonEntry(type: DatabricksType): WidthRange {
  return add(even(JSONB_ENTRY_BYTES), jsonValue(type))
}

function jsonValue(type: DatabricksType): WidthRange {
  if (type.kind !== 'simple') return jsonContainer(type)
  if (type.name === 'BOOLEAN') return even(0)
  if (/^(DATE|TIMESTAMP|INTERVAL)/.test(type.name)) return TIME_AS_TEXT
  if (/^(STRING|VARCHAR|CHAR|BINARY)$/.test(type.name)) return TEXT_INSIDE_JSON
  return map(NUMBER_GROUPS, (groups) => LONG_HEADER_BYTES + numericLength(groups))
}

function even(width: number): WidthRange {
  return { low: width, expected: width, high: width }
}

function map(width: WidthRange, change: (width: number) => number): WidthRange {
  return { low: change(width.low), expected: change(width.expected), high: change(width.high) }
}

function add(one: WidthRange, other: WidthRange): WidthRange {
  return {
    low: one.low + other.low,
    expected: one.expected + other.expected,
    high: one.high + other.high,
  }
}

function times(one: WidthRange, other: WidthRange): WidthRange {
  return {
    low: one.low * other.low,
    expected: one.expected * other.expected,
    high: one.high * other.high,
  }
}
