import type { PgExpression } from './expression.js'
import { isShort } from './layout.js'
import { AND_BINDING, printOperand } from './print-expression.js'
import type { Printer } from './printer.js'

/** Conditions joined by AND, each on its own line where they are long. */
export function printCondition(print: Printer, condition: PgExpression): string {
  const text = print.expression(condition)
  if (isShort(text)) return text
  const all = conjuncts(condition)
  return all.map((one) => printOperand(print, one, AND_BINDING)).join('\n  AND ')
}

/** From left to right; a chain leans to the left, and may be too long to go down it step by step. */
function conjuncts(condition: PgExpression): readonly PgExpression[] {
  const fromRight: PgExpression[] = []
  let rest = condition
  while (rest.kind === 'binary' && rest.operator === 'AND') {
    fromRight.push(...conjuncts(rest.right).toReversed())
    rest = rest.left
  }
  return [...fromRight, rest].reverse()
}
