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

function conjuncts(condition: PgExpression): readonly PgExpression[] {
  return condition.kind === 'binary' && condition.operator === 'AND'
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition]
}
