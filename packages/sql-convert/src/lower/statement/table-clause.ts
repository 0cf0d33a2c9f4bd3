import { quoted } from '../../postgres/identifier.js'
import type { TableClause } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'

/** Says what of a table's storage is left out. */
export function noteClauses(lowerer: Lowerer, clauses: readonly TableClause[]): void {
  for (const clause of clauses) {
    if (clause.text !== undefined) continue
    if (/^DEFAULT COLLATION (?!utf8_binary$)/i.test(clause.kind)) {
      lowerer.context.refuse(
        clause.kind,
        clause,
        'Create the collation in Postgres, and name it in the columns.',
      )
    }
    lowerer.context.note({
      grade: 'equivalent',
      because: `${clause.kind} is left out: it says how files are kept.`,
      span: { start: clause.start, end: clause.end },
    })
  }
}

export function commentOf(
  what: string,
  own: string,
  clauses: readonly TableClause[],
): readonly string[] {
  const text = clauses.find((clause) => clause.text !== undefined)?.text
  return text === undefined ? [] : [`COMMENT ON ${what} ${own} IS ${quoted(text)}`]
}
