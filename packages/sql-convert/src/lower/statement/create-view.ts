import { identifier, qualified } from '../../postgres/identifier.js'
import { PRINTER } from '../../postgres/printer.js'
import type { CreateView } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { renamed } from '../query/alias.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, scopeWith } from '../scope.js'
import { commentOf, noteClauses } from './table-clause.js'

export function lowerCreateView(lowerer: Lowerer, view: CreateView): readonly string[] {
  const { context, catalog } = lowerer
  const names = view.columns.map((column) => column.name)
  const { query, columns } = lowerer.query(
    view.query,
    scopeWith(EMPTY_SCOPE, { namesColumns: true }),
  )
  catalog.setTable(view.name, renamed(columns, names))
  const own = qualified(tableName(lowerer, view.name, view))
  const list = names.length > 0 ? ` (${names.map(identifier).join(', ')})` : ''
  const isDropped = view.orReplace && (view.temporary || view.materialized)
  if (view.orReplace && !isDropped) {
    context.note({
      grade: 'equivalent',
      because: 'CREATE OR REPLACE VIEW of Postgres may add columns, not change or drop them.',
      span: { start: view.start, end: view.end },
    })
  }
  noteClauses(lowerer, view.clauses)
  const kind = view.materialized ? 'MATERIALIZED VIEW' : 'VIEW'
  return [
    ...(isDropped ? [`DROP ${kind} IF EXISTS ${view.temporary ? 'pg_temp.' : ''}${own}`] : []),
    `${head(lowerer, view, isDropped)} ${own}${list} AS ${PRINTER.query(query)}`,
    ...commentOf(kind, own, view.clauses),
  ]
}

function head(lowerer: Lowerer, view: CreateView, isDropped: boolean): string {
  if (view.ifNotExists && !view.materialized) {
    lowerer.context.refuse('CREATE VIEW IF NOT EXISTS', view, 'Use CREATE OR REPLACE VIEW.')
  }
  const words = [
    'CREATE',
    view.orReplace && !isDropped ? 'OR REPLACE' : '',
    view.temporary ? 'TEMPORARY' : '',
    view.materialized ? 'MATERIALIZED VIEW' : 'VIEW',
    view.ifNotExists ? 'IF NOT EXISTS' : '',
  ]
  return words.filter((word) => word !== '').join(' ')
}
