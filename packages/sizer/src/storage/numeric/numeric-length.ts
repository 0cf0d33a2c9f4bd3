/** Of sign, scale and weight in one, as DECIMAL always fits. Source: PostgreSQL 17, NUMERIC_HEADER_SIZE, src/backend/utils/adt/numeric.c. */
const SHORT_HEADER_BYTES = 2
const GROUP_BYTES = 2

/** Payload of a numeric with so many base-10000 digits, before the varlena header. */
export function numericLength(digits: number): number {
  return SHORT_HEADER_BYTES + GROUP_BYTES * digits
}
