/** What to grant, by the beginning of the path that was refused. The first that fits. */
const GRANTS: readonly (readonly [path: string, hint: string])[] = [
  ['/api/2.0/sql/', 'Grant CAN USE on the SQL warehouse (its page, Permissions).'],
  ['/sql/', 'Grant CAN USE on the SQL warehouse (its page, Permissions).'],
  [
    '/api/2.1/unity-catalog/tables/',
    'GRANT USE CATALOG on the catalog, USE SCHEMA on the schema, and SELECT (or BROWSE) on the table.',
  ],
  ['/serving-endpoints/', 'Grant CAN QUERY on the serving endpoint (its page, Permissions).'],
  ['/api/2.0/postgres/', 'Grant CAN USE on the Lakebase project (its page, Permissions).'],
  ['/api/2.0/database/', 'Grant CAN USE on the database instance (its page, Permissions).'],
]

/** The cure of a 403. */
export function permissionHint(path: string, message: string): string | undefined {
  if (/\bIP\b.*(?:blocked|access list|not allowed)|source ip/i.test(message)) {
    return "This machine's address is not in the workspace's IP access list."
  }
  return GRANTS.find(([prefix]) => path.startsWith(prefix))?.[1]
}
