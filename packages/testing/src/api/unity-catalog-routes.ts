import { ApiError } from '../server/reply.js'
import type { Route } from '../server/route.js'

/** The parts of Unity Catalog's TableInfo that a test wants to set; names follow from the full name. */
export interface UnityTable {
  readonly table_type?: string
  readonly data_source_format?: string
  readonly table_id?: string
  /** Milliseconds since 1970. */
  readonly updated_at?: number
  readonly columns?: readonly {
    readonly name: string
    readonly type_name: string
    readonly type_text: string
    readonly nullable?: boolean
    readonly position?: number
  }[]
  readonly properties?: Readonly<Record<string, string>>
  readonly table_constraints?: readonly {
    readonly primary_key_constraint?: {
      readonly name: string
      readonly child_columns: readonly string[]
    }
  }[]
}

export function unityCatalogRoutes(tables: Readonly<Record<string, UnityTable>>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/2.1/unity-catalog/tables',
      answer: ({ request: { query } }) => ({
        status: 200,
        body: listed(tables, `${query.catalog_name}.${query.schema_name}.`, query.page_token),
      }),
    },
    {
      method: 'GET',
      path: '/api/2.1/unity-catalog/tables/{full_name}',
      answer: ({ parts: { full_name: fullName = '' } }) => {
        const table = tables[fullName]
        if (table === undefined) {
          throw new ApiError(404, 'TABLE_DOES_NOT_EXIST', `Table '${fullName}' does not exist.`)
        }
        return { status: 200, body: tableInfo(fullName, table) }
      },
    },
  ]
}

/** Two in a page, so that a client has to turn it; the page token is where the next one begins. */
const PAGE_SIZE = 2

function listed(
  tables: Readonly<Record<string, UnityTable>>,
  prefix: string,
  token: string | undefined,
): object {
  const names = Object.keys(tables).filter((name) => name.startsWith(prefix))
  const start = Number(token ?? 0)
  const end = start + PAGE_SIZE
  return {
    tables: names.slice(start, end).map((name) => tableInfo(name, tables[name] ?? {})),
    ...(end < names.length && { next_page_token: String(end) }),
  }
}

function tableInfo(fullName: string, table: UnityTable): object {
  const [catalog, schema, ...name] = fullName.split('.')
  return {
    full_name: fullName,
    catalog_name: catalog,
    schema_name: schema,
    name: name.join('.'),
    table_type: 'MANAGED',
    data_source_format: 'DELTA',
    ...table,
  }
}
