/** A table to build in PostgreSQL and to predict. */
export interface TableDefinition {
  readonly name: string
  readonly rows: number
  readonly columns: readonly ColumnDefinition[]
  /** Columns of the primary key. */
  readonly primaryKey: readonly string[]
  /** Columns of each further index. */
  readonly indexes?: readonly (readonly string[])[]
  /** Percent of a heap page that the load fills; PostgreSQL's default is 100. */
  readonly fillfactor?: number
  /** Also fill the table's indexes by inserts in random order, against the high end of the range. */
  readonly alsoByInserts?: boolean
}

export interface ColumnDefinition {
  readonly name: string
  /** As Databricks writes it. */
  readonly type: string
  /** SQL over the row's number `g`. */
  readonly value: string
  /** Share of nulls, 0 to 1. */
  readonly nulls?: number
}

/** Column of a table. */
export function column(name: string, type: string, value: string, nulls = 0): ColumnDefinition {
  return { name, type, value, nulls }
}

/** Hexadecimal text of `from` to `to` letters, that many at random. */
export function letters(from: number, to: number = from): string {
  const length = from === to ? `${from}` : `(${from} + random() * ${to - from})::int`
  return `substr(md5(random()::text) || md5(random()::text), 1, ${length})`
}

/** One of some texts. */
export function oneOf(...texts: readonly string[]): string {
  const list = texts.map((text) => `'${text}'`).join(', ')
  return `(array[${list}])[1 + floor(random() * ${texts.length})::int]`
}
