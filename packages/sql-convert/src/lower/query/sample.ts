import type { Span } from '../../source/span.js'
import type { Sample } from '../../spark/ast/query.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'

/** TABLESAMPLE draws other rows than Databricks, and cannot be tested for equality: refused. */
export function lowerSample(
  lowerer: Lowerer,
  sample: Sample,
  _table: LoweredTable,
  span: Span,
): LoweredTable {
  const hint =
    sample.by === 'percent'
      ? 'Write TABLESAMPLE BERNOULLI (percent) of Postgres, which draws rows of its own.'
      : 'Use ORDER BY random() LIMIT n, or TABLESAMPLE BERNOULLI of Postgres.'
  return lowerer.context.refuse('TABLESAMPLE', span, hint)
}
