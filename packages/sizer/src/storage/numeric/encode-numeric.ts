import { numericParts } from './numeric-digits.js'
import { numericLength } from './numeric-length.js'

/** Source of the bit fields: PostgreSQL 17, NUMERIC_SHORT and NUMERIC_SHORT_*, src/backend/utils/adt/numeric.c. */
const SHORT = 0x80_00
const SHORT_NEGATIVE = 0x20_00
const SHORT_SCALE_SHIFT = 7
const SHORT_WEIGHT_MASK = 0x00_7f
const SHORT_SCALE_MAX = 0x3f
const SHORT_WEIGHT_MIN = -64
const SHORT_WEIGHT_MAX = 63

/** Source: PostgreSQL 17, NUMERIC_SIGN_MASK and NUMERIC_DSCALE_MASK, src/backend/utils/adt/numeric.c. */
const LONG_NEGATIVE = 0x40_00
const LONG_SCALE_MASK = 0x3f_ff
const LONG_EXTRA_BYTES = 2

/** The payload of a numeric, as a little-endian machine writes it. */
export function encodeNumeric(decimal: string): Uint8Array {
  const { negative, weight, groups, scale } = numericParts(decimal)
  const short = scale <= SHORT_SCALE_MAX && weight >= SHORT_WEIGHT_MIN && weight <= SHORT_WEIGHT_MAX
  const length = numericLength(groups.length) + (short ? 0 : LONG_EXTRA_BYTES)
  const view = new DataView(new ArrayBuffer(length))
  if (short) {
    const sign = negative ? SHORT_NEGATIVE : 0
    view.setUint16(
      0,
      SHORT | sign | (scale << SHORT_SCALE_SHIFT) | (weight & SHORT_WEIGHT_MASK),
      true,
    )
  } else {
    view.setUint16(0, (negative ? LONG_NEGATIVE : 0) | (scale & LONG_SCALE_MASK), true)
    view.setInt16(2, weight, true)
  }
  const start = length - 2 * groups.length
  for (const [index, group] of groups.entries()) view.setInt16(start + 2 * index, group, true)
  return new Uint8Array(view.buffer)
}
