import { isTree, type Node, names, nodesBelow, text } from '../advise/grammar/tree.js'
import type { TypedTable } from '../fill/typed-table.js'
import type { KnownColumn } from './clue.js'

/** The tables of a statement that are known, under the names that it gives them. */
export interface StatementTables {
  /** Where `column`, `alias.column` or `schema.table.column` leads. */
  readonly columnOf: (reference: Node) => KnownColumn | undefined
  /** A column of a table that the statement names, else of any. */
  readonly named: (column: string) => KnownColumn | undefined
}

/** Levels of sub-queries are taken for one: a draft is read by a person. */
export function statementTables(statement: Node, known: readonly TypedTable[]): StatementTables {
  const sources = [...nodesBelow(statement)].flatMap(([, body]) => {
    const table = tableOf(body, known)
    const alias = isTree(body.alias) ? text(body.alias, 'aliasname') : ''
    return table
      ? [{ table, names: new Set([alias, table.table].filter((name) => name !== '')) }]
      : []
  })
  const inStatement = sources.map(({ table }) => table)
  return {
    columnOf: ([kind, body]) => {
      if (kind !== 'ColumnRef') return undefined
      const [column = '', alias] = names(body, 'fields').toReversed()
      const from =
        alias === undefined
          ? inStatement
          : sources.filter((one) => one.names.has(alias)).map(({ table }) => table)
      return firstWith(from, column)
    },
    named: (column) => firstWith(inStatement, column) ?? firstWith(known, column),
  }
}

/** The known table that a tree of a table's name means. */
export function tableOf(body: Node[1], known: readonly TypedTable[]): TypedTable | undefined {
  const name = text(body, 'relname')
  const schema = text(body, 'schemaname')
  return known.find((one) => one.table === name && (schema === '' || schema === one.schema))
}

function firstWith(tables: readonly TypedTable[], name: string): KnownColumn | undefined {
  for (const table of tables) {
    const column = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (column) return { table, column }
  }
  return undefined
}
