import type { RowList } from 'postgres'
import type { PgField, PgQuery, PgResult } from './pg-query.js'

export type RawRows = RowList<(Buffer | null)[][]>

/** How a value's text is read, by the oid of its type. */
export interface TypeParsers {
  getTypeParser(oid: number, format?: 'text'): (text: string) => unknown
}

/** What pg would give for the rows. */
export function pgResult(rows: RawRows, { rowMode }: PgQuery, types: TypeParsers): PgResult {
  const columns = rows.columns ?? []
  const parsers = columns.map(({ type }) => types.getTypeParser(type, 'text'))
  const valuesOf = (row: readonly (Buffer | null)[]) =>
    row.map((value, at) => (value === null ? null : parsers[at]?.(value.toString('utf8'))))
  const asObject = (row: readonly (Buffer | null)[]) =>
    Object.fromEntries(valuesOf(row).map((value, at) => [columns[at]?.name ?? '', value]))
  return {
    command: rows.command ?? '',
    rowCount: rows.count ?? null,
    oid: 0,
    fields: columns.map(({ name, type }): PgField => ({ name, dataTypeID: type })),
    rows: rows.map((row) => (rowMode === 'array' ? valuesOf(row) : asObject(row))),
  }
}
