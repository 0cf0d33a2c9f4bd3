import type { PostgresType } from '../type/postgres-type.js'
import { endOfDatum } from './data-size.js'
import type { Row } from './datum.js'
import { tupleHeaderLength } from './tuple-header.js'

/**
 * Bytes of a heap tuple with nothing compressed or moved out: header, null bitmap, and the columns
 * in their order. Not aligned at its end.
 */
export function tupleLength(types: readonly PostgresType[], row: Row): number {
  let offset = 0
  let anyNull = false
  for (const [index, type] of types.entries()) {
    const datum = row[index]
    if (datum) offset = endOfDatum(offset, type, datum.length)
    else anyNull = true
  }
  return tupleHeaderLength(types.length, anyNull) + offset
}
