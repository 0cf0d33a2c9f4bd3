import { StorageInputError } from './storage-input-error.js'

/** @throws StorageInputError unless whole and 0 or more */
export function checkWhole(value: number, path: string): number {
  checkRange(value, 0, Number.MAX_SAFE_INTEGER, path)
  if (!Number.isInteger(value)) {
    throw new StorageInputError('not_whole', path, 'a whole number', String(value))
  }
  return value
}

/** @throws StorageInputError unless finite and from `low` to `high` */
export function checkRange(value: number, low: number, high: number, path: string): number {
  if (!(value >= low && value <= high)) {
    const expected = high === Number.MAX_SAFE_INTEGER ? `${low} or more` : `${low} to ${high}`
    throw new StorageInputError('out_of_range', path, expected, String(value))
  }
  return value
}
