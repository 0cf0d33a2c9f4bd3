import { type BundleValue, textOf, valueAt } from './bundle-value.js'

/** The field that names a resource where it lives, by type. */
export const ID_FIELDS: ReadonlyMap<string, string> = new Map([
  ['postgres_projects', 'project_id'],
  ['postgres_branches', 'branch_id'],
  ['postgres_endpoints', 'endpoint_id'],
  ['postgres_roles', 'role_id'],
  ['postgres_databases', 'database_id'],
  ['postgres_catalogs', 'catalog_id'],
  ['postgres_synced_tables', 'synced_table_id'],
  ['database_instances', 'name'],
  ['database_catalogs', 'name'],
  ['synced_database_tables', 'name'],
  ['schemas', 'name'],
])

/** Types whose id is a path below a parent, with the word that stands in the path. */
const PATH_WORDS: ReadonlyMap<string, string> = new Map([
  ['postgres_branches', 'branches'],
  ['postgres_endpoints', 'endpoints'],
  ['postgres_roles', 'roles'],
  ['postgres_databases', 'databases'],
])
const ROOT_WORDS: ReadonlyMap<string, string> = new Map([
  ['postgres_projects', 'projects'],
  ['postgres_catalogs', 'catalogs'],
  ['postgres_synced_tables', 'synced_tables'],
])

/** What `${resources.TYPE.KEY.id}` stands for, known before anything exists; undefined for other types. */
export function resourceId(type: string, resource: BundleValue): string | undefined {
  const own = textOf(valueAt(resource, ID_FIELDS.get(type) ?? 'name'))
  if (own === undefined) return undefined
  const root = ROOT_WORDS.get(type)
  if (root !== undefined) return `${root}/${own}`
  if (type === 'schemas') {
    const catalog = textOf(valueAt(resource, 'catalog_name'))
    return catalog === undefined ? undefined : `${catalog}.${own}`
  }
  const word = PATH_WORDS.get(type)
  const parent = textOf(valueAt(resource, 'parent'))
  if (word !== undefined) return parent === undefined ? undefined : `${parent}/${word}/${own}`
  return type.startsWith('database_') || type === 'synced_database_tables' ? own : undefined
}
