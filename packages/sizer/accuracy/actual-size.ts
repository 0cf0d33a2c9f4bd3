import type { Sql } from 'postgres'
import { indexColumns, indexName } from './build-table.js'
import type { TableDefinition } from './table-definition.js'

/** What PostgreSQL says. */
export interface ActualSize {
  readonly heapBytes: number
  readonly toastHeapBytes: number
  readonly toastIndexBytes: number
  /** In the order of `indexColumns`. */
  readonly indexBytes: readonly number[]
  readonly totalBytes: number
}

export async function actualSize(sql: Sql, table: TableDefinition): Promise<ActualSize> {
  const [toast] = await sql<{ heap: string | null; index: string | null }[]>`
    select pg_relation_size(nullif(reltoastrelid, 0)) as heap,
      pg_indexes_size(nullif(reltoastrelid, 0)) as index
    from pg_class where oid = ${table.name}::regclass`
  const heapBytes = await relationSize(sql, table.name)
  const toastHeapBytes = Number(toast?.heap ?? 0)
  const toastIndexBytes = Number(toast?.index ?? 0)
  const indexBytes = await Promise.all(
    indexColumns(table).map((columns) => relationSize(sql, indexName(table, columns))),
  )
  const totalBytes = [heapBytes, toastHeapBytes, toastIndexBytes, ...indexBytes].reduce(
    (sum, bytes) => sum + bytes,
  )
  return { heapBytes, toastHeapBytes, toastIndexBytes, indexBytes, totalBytes }
}

export async function relationSize(sql: Sql, name: string): Promise<number> {
  const [row] = await sql<{ bytes: string }[]>`select pg_relation_size(${name}::regclass) as bytes`
  return Number(row?.bytes)
}
