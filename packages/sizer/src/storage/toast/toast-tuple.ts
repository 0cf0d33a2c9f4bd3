import { endOfDatum, endOfLongVarlena, LONG_HEADER_BYTES } from '../heap/data-size.js'
import type { Row } from '../heap/datum.js'
import { tupleHeaderLength } from '../heap/tuple-header.js'
import { tupleLength } from '../heap/tuple-length.js'
import type { PostgresType } from '../type/postgres-type.js'
import type { Compress } from './compress.js'
import {
  COMPRESSED_HEADER_BYTES,
  TOAST_POINTER_BYTES,
  TOAST_TUPLE_THRESHOLD,
  TOAST_VALUE_MIN_BYTES,
} from './toast-limits.js'

export interface ToastedTuple {
  /** Of the tuple that stays in the heap, not aligned at its end. */
  readonly length: number
  /** Bytes of each value that moved to the TOAST table. */
  readonly external: readonly number[]
}

/** Where a value is: in the tuple as it came, in it compressed, or in the TOAST table. */
interface Attribute {
  state: 'plain' | 'incompressible' | 'compressed' | 'external'
  /** Bytes without the varlena header; of a compressed value with the four that name the method. */
  length: number
}

/**
 * The tuple that PostgreSQL stores of a row: while it is too long, the longest value is compressed,
 * and moved out if it alone is too long; then the longest values move out.
 * Source: PostgreSQL 17, heap_toast_insert_or_update, src/backend/access/heap/heaptoast.c. Numerics,
 * whose storage is MAIN, stay: they are short.
 */
export function toastTuple(
  types: readonly PostgresType[],
  row: Row,
  compress: Compress,
): ToastedTuple {
  const whole = tupleLength(types, row)
  if (whole <= TOAST_TUPLE_THRESHOLD) return { length: whole, external: [] }

  const attributes = row.map((datum) => datum && plainAttribute(datum.length))
  const header = tupleHeaderLength(types.length, row.includes(null))
  const limit = TOAST_TUPLE_THRESHOLD - header
  const external: number[] = []
  const moveOut = (attribute: Attribute) => {
    external.push(attribute.length)
    attribute.state = 'external'
  }

  while (dataLength(types, attributes) > limit) {
    const column = longest(types, attributes, ['plain'])
    const attribute = attributes[column]
    const datum = row[column]
    if (!(attribute && datum)) break
    const compressed = compress(column, datum)
    attribute.state = compressed === undefined ? 'incompressible' : 'compressed'
    if (compressed !== undefined) {
      attribute.length = compressed + COMPRESSED_HEADER_BYTES - LONG_HEADER_BYTES
    }
    if (attribute.length + LONG_HEADER_BYTES > limit) moveOut(attribute)
  }
  while (dataLength(types, attributes) > limit) {
    const column = longest(types, attributes, ['plain', 'incompressible', 'compressed'])
    const attribute = attributes[column]
    if (!attribute) break
    moveOut(attribute)
  }
  return { length: header + dataLength(types, attributes), external }
}

function plainAttribute(length: number): Attribute {
  return { state: 'plain', length }
}

function dataLength(types: readonly PostgresType[], attributes: readonly (Attribute | null)[]) {
  let offset = 0
  for (const [index, type] of types.entries()) {
    const attribute = attributes[index]
    if (attribute) offset = endOfAttribute(offset, type, attribute)
  }
  return offset
}

function endOfAttribute(offset: number, type: PostgresType, { state, length }: Attribute): number {
  if (state === 'external') return offset + TOAST_POINTER_BYTES
  if (state === 'compressed') return endOfLongVarlena(offset, length)
  return endOfDatum(offset, type, length)
}

/** The column of the longest value that may still shrink, -1 when none may. */
function longest(
  types: readonly PostgresType[],
  attributes: readonly (Attribute | null)[],
  states: readonly Attribute['state'][],
): number {
  let column = -1
  let length = TOAST_VALUE_MIN_BYTES
  for (const [index, attribute] of attributes.entries()) {
    if (!attribute || !isToastable(types[index]) || !states.includes(attribute.state)) continue
    if (attribute.length + LONG_HEADER_BYTES > length) {
      column = index
      length = attribute.length + LONG_HEADER_BYTES
    }
  }
  return column
}

/** Types whose storage is EXTENDED. Source: PostgreSQL 17, typstorage, src/include/catalog/pg_type.dat. */
export function isToastable(type: PostgresType | undefined): boolean {
  return type?.kind === 'bytes' || type?.kind === 'jsonb'
}
