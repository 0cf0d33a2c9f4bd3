import type { Span } from '../../source/span.js'
import type { Lowerer } from '../lowerer.js'

/** A table's name for Postgres, where a connection has one database: a catalog is not named. */
export function tableName(
  lowerer: Lowerer,
  name: readonly string[],
  span: Span,
): readonly string[] {
  if (name[0]?.toLowerCase() === 'global_temp') return ['pg_temp', ...name.slice(1)]
  // The schema that is called default is the one that names without a schema are of.
  if (name.at(-2)?.toLowerCase() === 'default') return name.slice(-1)
  if (name.length < 3) return name
  if (name.length > 3) return lowerer.context.refuse(`the name ${name.join('.')}`, span)
  lowerer.context.note({
    grade: 'equivalent',
    because: `The catalog ${name[0]} is left out: a connection to Postgres is to one database.`,
    span: { start: span.start, end: span.end },
  })
  return name.slice(1)
}
