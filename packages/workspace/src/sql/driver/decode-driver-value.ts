import { wholeNumber } from '../decode-value.js'
import type { SqlValue } from '../sql-rows.js'

/** A value as the driver made it, in the form that the Statement Execution API's are given in. */
export function decodeDriverValue(type: string, value: unknown): SqlValue | undefined {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return wholeNumber(value)
  if (typeof value === 'number') return type === 'DECIMAL' ? String(value) : value
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (value instanceof Date)
    return type === 'DATE' ? value.toISOString().slice(0, 10) : value.toISOString()
  if (typeof value === 'object') return JSON.stringify(value, writeBigInt)
  return undefined
}

function writeBigInt(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
