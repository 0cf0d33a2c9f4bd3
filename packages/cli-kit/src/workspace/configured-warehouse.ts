import type { Workspace } from '@lakebase/workspace'

/**
 * The SQL warehouse of a workspace, and where it was named.
 *
 * @throws WorkspaceError when none is configured
 */
export async function configuredWarehouse(
  workspace: Workspace,
): Promise<{ readonly value: string; readonly source: string }> {
  const { host, warehouseId, httpPath } = workspace.describe()
  const warehouse = httpPath ?? warehouseId
  if (warehouse) return warehouse
  const { WorkspaceError } = await import('@lakebase/workspace')
  throw new WorkspaceError('CONFIG', `no SQL warehouse is configured for ${host.value}`, {
    hint: 'Set DATABRICKS_HTTP_PATH=/sql/1.0/warehouses/<id> in the environment or .env',
  })
}
