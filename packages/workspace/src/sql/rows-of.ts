import { WorkspaceError } from '../workspace-error.js'
import type { SqlColumn, SqlRows, SqlValue } from './sql-rows.js'

/** Rows by column name. `decode` returns undefined for a value that its column cannot hold. */
export function rowsOf<Cell>(
  columns: readonly SqlColumn[],
  cells: readonly (readonly Cell[])[],
  decode: (type: string, cell: Cell) => SqlValue | undefined,
): SqlRows {
  const repeated = columns.find(({ name }, index) =>
    columns.slice(0, index).some((earlier) => earlier.name === name),
  )
  if (repeated) {
    throw new WorkspaceError('SQL', `two columns of the result are called "${repeated.name}"`, {
      hint: 'Give them aliases.',
    })
  }
  const rows = cells.map((row) => {
    if (row.length !== columns.length)
      throw badRow(`${row.length} values in ${columns.length} columns`)
    return Object.fromEntries(
      row.map((cell, index) => {
        const { name = '', type = '' } = columns[index] ?? {}
        const value = decode(type, cell)
        if (value === undefined) throw badRow(`column "${name}" holds something that is no ${type}`)
        return [name, value]
      }),
    )
  })
  return { columns, rows }
}

function badRow(message: string): WorkspaceError {
  return new WorkspaceError('BAD_ANSWER', `a row of the result: ${message}`)
}
