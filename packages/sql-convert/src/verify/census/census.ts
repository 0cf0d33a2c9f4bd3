import type { Statement } from '../../spark/ast/statement.js'
import { lex } from '../../spark/lex/lex.js'
import type { PostgresStatement } from '../grammar/parse-postgres.js'
import { compareCounts, type LostClause } from './compare.js'
import { countResult } from './result/count-result.js'
import { countSource } from './source/count-source.js'

/**
 * The clauses of a statement of Databricks SQL that its conversion lacks: joins, conditions, group
 * keys, orders, limits, aggregates, windows, parameters, columns.
 *
 * @param text the script that the places in `statement` are of
 */
export function lostClauses(
  text: string,
  statement: Statement,
  result: readonly PostgresStatement[],
): readonly LostClause[] {
  const source = countSource(text, statement)
  return compareCounts(source, countResult(result, wordsOf(text, statement)), text, statement)
}

function wordsOf(text: string, { start, end }: Statement): ReadonlySet<string> {
  const words = lex(text, start, end).flatMap((token) =>
    token.kind === 'word' || token.kind === 'quoted name' ? [token.text.toLowerCase()] : [],
  )
  return new Set(words)
}
