import { LONG_HEADER_BYTES } from '../heap/data-size.js'
import { encodeNumeric } from '../numeric/encode-numeric.js'
import { align } from '../page/page-layout.js'
import type { JsonValue } from './json-value.js'

/** Source of all: PostgreSQL 17, src/include/utils/jsonb.h (JEntry, JsonbContainer). */
const COUNT_BYTES = 4
const ENTRY_BYTES = 4
const CONTAINER_SCALAR = 0x10_00_00_00
const CONTAINER_OBJECT = 0x20_00_00_00
const CONTAINER_ARRAY = 0x40_00_00_00
const ENTRY_STRING = 0x00_00_00_00
const ENTRY_NUMERIC = 0x10_00_00_00
const ENTRY_FALSE = 0x20_00_00_00
const ENTRY_TRUE = 0x30_00_00_00
const ENTRY_NULL = 0x40_00_00_00
const ENTRY_CONTAINER = 0x50_00_00_00
/** Every so many entries hold where they end instead of how long they are. JB_OFFSET_STRIDE. */
const OFFSET_STRIDE = 32
const ENTRY_HAS_OFFSET = 0x80_00_00_00
/** Numbers and nested containers. */
const VALUE_ALIGNMENT = 4

const utf8 = new TextEncoder()

/**
 * The payload of a jsonb, before the varlena header, as a little-endian machine writes it.
 * Source: PostgreSQL 17, convertToJsonb, src/backend/utils/adt/jsonb_util.c.
 */
export function encodeJsonb(value: JsonValue): Uint8Array {
  const bytes: number[] = []
  if (isContainer(value)) writeContainer(bytes, value)
  else writeEntries(bytes, CONTAINER_ARRAY | CONTAINER_SCALAR | 1, [value])
  return Uint8Array.from(bytes)
}

/** Bytes that a value takes as jsonb, before the varlena header: what a `jsonb` cell asks for. */
export function jsonbLength(value: JsonValue): number {
  return encodeJsonb(value).length
}

type Container = readonly JsonValue[] | { readonly [key: string]: JsonValue }

function writeContainer(bytes: number[], value: Container): void {
  pad(bytes)
  if (isArray(value)) {
    writeEntries(bytes, CONTAINER_ARRAY | value.length, value)
    return
  }
  const pairs = Object.entries(value)
    .map(([key, member]) => ({ key: utf8.encode(key), member }))
    .sort((one, other) => compareKeys(one.key, other.key))
  writeEntries(bytes, CONTAINER_OBJECT | pairs.length, [
    ...pairs.map(({ key }) => key),
    ...pairs.map(({ member }) => member),
  ])
}

/** The header, an entry for each value, then the values; keys come as UTF-8. */
function writeEntries(
  bytes: number[],
  header: number,
  values: readonly (JsonValue | Uint8Array)[],
): void {
  writeUint32(bytes, header)
  const entries = bytes.length
  for (const _ of values) writeUint32(bytes, 0)
  const data = bytes.length
  for (const [index, value] of values.entries()) {
    const start = bytes.length
    const type = value instanceof Uint8Array ? writeString(bytes, value) : writeValue(bytes, value)
    const size =
      index % OFFSET_STRIDE === 0 ? (bytes.length - data) | ENTRY_HAS_OFFSET : bytes.length - start
    setUint32(bytes, entries + index * ENTRY_BYTES, type | size)
  }
}

/** Returns the type of the entry. */
function writeValue(bytes: number[], value: JsonValue): number {
  if (value === null) return ENTRY_NULL
  if (typeof value === 'boolean') return value ? ENTRY_TRUE : ENTRY_FALSE
  if (typeof value === 'string') return writeString(bytes, utf8.encode(value))
  if (typeof value === 'number') return writeNumber(bytes, value)
  writeContainer(bytes, value)
  return ENTRY_CONTAINER
}

function writeString(bytes: number[], text: Uint8Array): number {
  for (const byte of text) bytes.push(byte)
  return ENTRY_STRING
}

/** With its own varlena header of four bytes. Source: SET_VARSIZE_4B, src/include/varatt.h. */
function writeNumber(bytes: number[], value: number): number {
  pad(bytes)
  const numeric = encodeNumeric(String(value))
  writeUint32(bytes, (LONG_HEADER_BYTES + numeric.length) << 2)
  bytes.push(...numeric)
  return ENTRY_NUMERIC
}

/** Shorter keys first, then by bytes. Source: lengthCompareJsonbString, jsonb_util.c. */
function compareKeys(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length) return one.length - other.length
  const at = one.findIndex((byte, index) => byte !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

function pad(bytes: number[]): void {
  while (bytes.length !== align(bytes.length, VALUE_ALIGNMENT)) bytes.push(0)
}

function writeUint32(bytes: number[], value: number): void {
  bytes.push(0, 0, 0, 0)
  setUint32(bytes, bytes.length - COUNT_BYTES, value)
}

function setUint32(bytes: number[], at: number, value: number): void {
  for (let byte = 0; byte < COUNT_BYTES; byte++) bytes[at + byte] = (value >>> (8 * byte)) & 0xff
}

function isContainer(value: JsonValue): value is Container {
  return typeof value === 'object' && value !== null
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: Container): value is readonly JsonValue[] {
  return Array.isArray(value)
}
