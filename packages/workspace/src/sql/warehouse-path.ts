import type { Access } from '../credentials/access.js'
import { WorkspaceError } from '../workspace-error.js'

const WAREHOUSE = /^\/?sql\/1\.0\/(?:warehouses|endpoints)\/([\w-]+)\/?$/

/** The id of the warehouse that runs statements, from its own setting or out of the HTTP path. */
export function warehouseIdOf({ warehouseId, httpPath }: Access): string {
  const inPath = httpPath && WAREHOUSE.exec(httpPath.value)?.[1]
  if (warehouseId && inPath && warehouseId.value !== inPath) {
    throw new WorkspaceError(
      'CONFIG',
      `${warehouseId.source} and ${httpPath.source} name different warehouses`,
      { hint: 'Unset one.' },
    )
  }
  const id = warehouseId?.value ?? inPath
  if (id) return id
  const hint = 'Set DATABRICKS_WAREHOUSE_ID, or DATABRICKS_HTTP_PATH=/sql/1.0/warehouses/<id>.'
  if (!httpPath) throw new WorkspaceError('CONFIG', 'no SQL warehouse is configured', { hint })
  const message = `${httpPath.source} is not the HTTP path of a SQL warehouse: "${httpPath.value}"`
  throw new WorkspaceError('CONFIG', message, {
    hint: `${hint} A cluster works with the driver databricks-sql only.`,
  })
}

/** The HTTP path for the driver, which takes a cluster's, too. */
export function httpPathOf(access: Access): string {
  const path = access.httpPath?.value
  if (path !== undefined && !WAREHOUSE.test(path)) return `/${path.replace(/^\/+/, '')}`
  return `/sql/1.0/warehouses/${warehouseIdOf(access)}`
}
