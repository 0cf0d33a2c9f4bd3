import type { SqlValue } from './sql-rows.js'

const WHOLE = new Set(['BYTE', 'SHORT', 'INT', 'LONG'])

/**
 * The value that the Statement Execution API wrote as text; undefined when it cannot be one of that type.
 * Types: the API's `type_name` of a column (docs, 2026-11).
 */
export function decodeValue(type: string, text: string | null): SqlValue | undefined {
  if (text === null) return null
  if (WHOLE.has(type)) return decodeWhole(text)
  if (type === 'FLOAT' || type === 'DOUBLE') return decodeReal(text)
  if (type === 'BOOLEAN') return text === 'true' ? true : text === 'false' ? false : undefined
  if (type === 'BINARY') return new Uint8Array(Buffer.from(text, 'base64'))
  return text
}

/** A number as long as it is exact. */
export function wholeNumber(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

function decodeWhole(text: string): number | bigint | undefined {
  return /^-?\d+$/.test(text) ? wholeNumber(BigInt(text)) : undefined
}

function decodeReal(text: string): number | undefined {
  if (text === 'NaN') return Number.NaN
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(number) ? undefined : number
}
