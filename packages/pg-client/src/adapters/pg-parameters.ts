import { formatArray } from '../sql/array-text.js'

/** Values as the text that pg sends: lists are arrays of Postgres, other objects JSON. */
export function pgParameters(values: readonly unknown[]): readonly (string | null)[] {
  return values.map((value) => (value === null || value === undefined ? null : textOf(value)))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return formatArray(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (typeof value === 'object' && value !== null) {
    if ('toPostgres' in value && typeof value.toPostgres === 'function') {
      return String(value.toPostgres())
    }
    return JSON.stringify(value)
  }
  return String(value)
}
