import * as v from 'valibot'
import { parseValue } from '../http/parse-answer.js'
import type { SendRequest } from '../http/request.js'

export interface TableColumn {
  readonly name: string
  /** As in DDL: `decimal(10,2)`, `array<string>`. */
  readonly type: string
  readonly isNullable: boolean
}

/** A table as Unity Catalog describes it. */
export interface Table {
  readonly fullName: string
  /** MANAGED, EXTERNAL, VIEW, ... */
  readonly type: string
  /** DELTA, ICEBERG, ...; views have none. */
  readonly format: string | undefined
  readonly columns: readonly TableColumn[]
  /** Of the declared primary key, in its order; empty without one. */
  readonly primaryKey: readonly string[]
  /** `delta.enableChangeDataFeed` and the like. */
  readonly properties: Readonly<Record<string, string>>
  readonly updatedAt: Date | undefined
}

const Answer = v.object({
  full_name: v.string(),
  table_type: v.string(),
  data_source_format: v.optional(v.string()),
  columns: v.optional(
    v.array(
      v.object({
        name: v.string(),
        type_text: v.string(),
        nullable: v.optional(v.boolean(), true),
        position: v.optional(v.number(), 0),
      }),
    ),
    [],
  ),
  table_constraints: v.optional(
    v.array(
      v.object({
        primary_key_constraint: v.optional(v.object({ child_columns: v.array(v.string()) })),
      }),
    ),
    [],
  ),
  properties: v.optional(v.record(v.string(), v.string()), {}),
  updated_at: v.optional(v.number()),
})

export async function getTable(
  request: SendRequest,
  fullName: string,
  signal?: AbortSignal,
): Promise<Table> {
  const path = `/api/2.1/unity-catalog/tables/${encodeURIComponent(fullName)}`
  const answer = await request({ path, ...(signal && { signal }) })
  const table = parseValue(Answer, { method: 'GET', path }, answer)
  const keys = table.table_constraints.flatMap(({ primary_key_constraint: key }) => key ?? [])
  return {
    fullName: table.full_name,
    type: table.table_type,
    format: table.data_source_format,
    columns: table.columns
      .toSorted((a, b) => a.position - b.position)
      .map(({ name, type_text, nullable }) => ({ name, type: type_text, isNullable: nullable })),
    primaryKey: keys.flatMap((key) => key.child_columns),
    properties: table.properties,
    updatedAt: table.updated_at === undefined ? undefined : new Date(table.updated_at),
  }
}
