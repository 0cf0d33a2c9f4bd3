import type { PgExpression } from '../../postgres/expression.js'
import type { DecimalType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { template } from '../pg.js'

/** Postgres gives a quotient so many significant digits, counted by groups of four (`select_div_scale`). */
const SIGNIFICANT = 16
const GROUP = 4

/**
 * What is divided, with as many digits behind the point as the quotient is to have: a quotient has no
 * fewer than its numerator, and of a large one Postgres would else give too few.
 */
export function numerator({ pg, type }: Bound, quotient: DecimalType): PgExpression {
  const { precision, scale } = quotient
  const groups = Math.max(1, Math.ceil((precision - scale) / GROUP))
  const given = Math.max(
    SIGNIFICANT - (groups - 1) * GROUP,
    type.kind === 'decimal' ? type.scale : 0,
  )
  return given >= scale ? pg : template(`round($1, ${scale})`, pg)
}
