import type { ColumnDefinition, TableConstraint } from '../../../spark/ast/statement.js'
import { all, column, type Mark, table } from '../entry.js'
import type { SourceCensus } from './census.js'

export function visitColumns(census: SourceCensus, columns: readonly ColumnDefinition[]): void {
  for (const one of columns) {
    // A column of PARTITIONED BY without a type is told among the others.
    if (one.type === undefined) continue
    const marks = PROPERTIES.flatMap(([mark, holds]) => (holds(one) ? [mark] : []))
    const value = one.default && !isNull(one.default) ? census.needs(one.default) : []
    census.add('column definition', one, all(column(one.name), ...marks), ...value)
  }
}

const PROPERTIES: readonly (readonly [mark: Mark, holds: (one: ColumnDefinition) => boolean])[] = [
  ['not null', ({ nullable, primaryKey }) => !(nullable || primaryKey)],
  ['primary key', ({ primaryKey }) => primaryKey],
  ['default', (one) => one.default !== undefined && !isNull(one.default)],
  ['generated', ({ generated }) => generated !== undefined],
  ['identity', ({ identity }) => identity !== undefined],
  ['check', ({ checks }) => checks.length > 0],
]

function isNull(value: ColumnDefinition['default']): boolean {
  return value?.kind === 'literal' && value.value === null
}

export function visitConstraint(census: SourceCensus, constraint: TableConstraint): void {
  switch (constraint.kind) {
    case 'primary key':
      census.add('object', constraint, all('primary key', ...constraint.columns.map(column)))
      break
    case 'foreign key':
      census.add(
        'object',
        constraint,
        all(
          'foreign key',
          table(constraint.table.at(-1) ?? ''),
          ...constraint.columns.map(column),
          ...constraint.references.map(column),
        ),
      )
      break
    case 'check':
      census.add('object', constraint, all('check'), ...census.needs(constraint.condition))
      break
  }
}
