import type { Expression } from '../../spark/ast/expression.js'
import type { InlineTable } from '../../spark/ast/query.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { become, unifiedType } from '../cast/unify.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { NULL } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'
import { pgAlias, relationOf } from './alias.js'

/** `VALUES (1, 'a'), (2, 'b')`: each column in the widest type of its cells. */
export function lowerInlineRows(lowerer: Lowerer, node: InlineTable, scope: Scope): LoweredTable {
  const { rows, alias } = node
  const cells = rows.map((row) => cellsOf(row).map((cell) => lowerer.expression(cell, scope)))
  const width = cells[0]?.length ?? 0
  if (cells.some((row) => row.length !== width)) {
    lowerer.context.refuse('rows of VALUES with different numbers of columns', node)
  }
  const columns: OutputColumn[] = Array.from({ length: width }, (_, place) => ({
    name: `col${place + 1}`,
    type: unifiedType(cells.flatMap((row) => row[place] ?? [])),
  }))
  const typed = cells.map((row, line) =>
    row.map((cell, place) => cellOf(cell, columns[place], line === 0).pg ?? NULL),
  )
  const names = columns.flatMap(({ name }) => name ?? [])
  return {
    table: {
      kind: 'derived',
      lateral: false,
      query: { body: { kind: 'values', rows: typed } },
      alias: pgAlias(alias, () => lowerer.context.fresh('v'), names),
    },
    relations: [relationOf(alias, columns)],
    conditions: [],
  }
}

/** The first row tells Postgres the types; a NULL there has none by itself. */
function cellOf(cell: Bound, column: OutputColumn | undefined, isFirst: boolean): Bound {
  if (!column || column.type.kind === 'unknown' || column.type.kind === 'void') return cell
  if (cell.untyped && cell.constant === null) {
    return isFirst && column.type.kind !== 'string' ? (castTo(cell, column.type) ?? cell) : cell
  }
  return become(cell, column.type)
}

/** One value without brackets is a row of one; so is one value in brackets. */
function cellsOf(row: Expression): readonly Expression[] {
  if (row.kind === 'row') return row.items.map(({ value }) => value)
  const isStruct =
    row.kind === 'call' && row.name.length === 1 && /^struct$/i.test(row.name[0] ?? '')
  return isStruct ? row.arguments.map(({ value }) => value) : [row]
}
