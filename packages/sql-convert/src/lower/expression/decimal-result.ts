import { isInteger } from '../../type/kind-of-type.js'
import { type DecimalType, decimal, MAX_PRECISION } from '../../type/spark-type.js'
import { asDecimal } from '../../type/wider-type.js'
import type { Bound } from '../bound.js'

/** At least so many digits behind the point are kept where a precision must be cut (Spark 4.1). */
const KEPT_SCALE = 6

/** Precision and scale of arithmetic on decimals (Spark docs, "ANSI Compliance", decimals). */
export function decimalResult(operator: string, left: Bound, right: Bound): DecimalType {
  const one = precise(left)
  const other = precise(right)
  const scale = Math.max(one.scale, other.scale)
  const whole = Math.max(one.precision - one.scale, other.precision - other.scale)
  switch (operator) {
    case '*':
      return adjusted(one.precision + other.precision + 1, one.scale + other.scale)
    case '/': {
      const quotient = Math.max(KEPT_SCALE, one.scale + other.precision + 1)
      return adjusted(one.precision - one.scale + other.scale + quotient, quotient)
    }
    case '%':
      return adjusted(
        Math.min(one.precision - one.scale, other.precision - other.scale) + scale,
        scale,
      )
    default:
      return adjusted(whole + scale + 1, scale)
  }
}

/** An integer literal counts with its own digits. */
function precise({ type, constant }: Bound): {
  readonly precision: number
  readonly scale: number
} {
  if (isInteger(type) && typeof constant === 'number') {
    return { precision: String(Math.abs(constant)).length, scale: 0 }
  }
  return asDecimal(type)
}

function adjusted(precision: number, scale: number): DecimalType {
  if (precision <= MAX_PRECISION) return decimal(precision, scale)
  const whole = precision - scale
  return decimal(MAX_PRECISION, Math.max(MAX_PRECISION - whole, Math.min(scale, KEPT_SCALE)))
}
