import { KEYS, VARIABLES } from '../generate/keys.js'

/**
 * The keys of each type that we write or have written: one of them that a new run does not give is
 * taken out of a resource of ours. All other keys belong to the user.
 */
const MANAGED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'postgres_projects',
    [
      'project_id',
      'display_name',
      'pg_version',
      'history_retention_duration',
      'purge_on_delete',
      'default_endpoint_settings',
    ],
  ],
  [
    'postgres_branches',
    [
      'parent',
      'branch_id',
      'replace_existing',
      'no_expiry',
      'is_protected',
      'source_branch',
      'ttl',
      'purge_on_delete',
    ],
  ],
  [
    'postgres_endpoints',
    [
      'parent',
      'endpoint_id',
      'endpoint_type',
      'replace_existing',
      'autoscaling_limit_min_cu',
      'autoscaling_limit_max_cu',
      'no_suspension',
      'suspend_timeout_duration',
      'group',
    ],
  ],
  ['postgres_roles', ['parent', 'role_id', 'postgres_role']],
  ['postgres_databases', ['parent', 'database_id', 'postgres_database', 'role']],
  ['postgres_catalogs', ['catalog_id', 'branch', 'postgres_database']],
  ['schemas', ['name', 'catalog_name', 'comment']],
  [
    'postgres_synced_tables',
    [
      'synced_table_id',
      'source_table_full_name',
      'primary_key_columns',
      'timeseries_key',
      'scheduling_policy',
      'branch',
      'postgres_database',
      'create_database_objects_if_missing',
      'new_pipeline_spec',
      'existing_pipeline_id',
    ],
  ],
  [
    'database_instances',
    ['name', 'capacity', 'node_count', 'enable_readable_secondaries', 'retention_window_in_days'],
  ],
  [
    'database_catalogs',
    ['name', 'database_instance_name', 'database_name', 'create_database_if_not_exists'],
  ],
  ['synced_database_tables', ['name', 'database_instance_name', 'logical_database_name', 'spec']],
  ['jobs', ['name', 'max_concurrent_runs', 'schedule', 'queue', 'tasks', 'environments']],
])

/** Within `spec` of a synced table of the retired product. */
const SPEC = [
  'source_table_full_name',
  'primary_key_columns',
  'timeseries_key',
  'scheduling_policy',
  'create_database_objects_if_missing',
  'new_pipeline_spec',
] as const

const OUR_VARIABLES: readonly string[] = Object.values(VARIABLES)
/** Tasks of our jobs: `sync`, `sync_2`, `post_sync`. */
const OUR_TASK = new RegExp(`^(sync(_\\d+)?|${KEYS.postSync})$`)

/** Whether the key at the path is one that only we write, so that we may take it out. */
export function isManaged(path: readonly string[], key: string): boolean {
  const resources = path.lastIndexOf('resources')
  if (path.at(-1) === 'variables') return OUR_VARIABLES.includes(key)
  if (resources === -1) return false
  const [type = '', , ...inside] = path.slice(resources + 1)
  if (path.length === resources + 3) return MANAGED.get(type)?.includes(key) === true
  if (inside.join('.') === 'spec') return SPEC.some((one) => one === key)
  if (inside.join('.') === 'group') return key === 'enable_readable_secondaries'
  return inside.join('.') === 'tasks' && OUR_TASK.test(key)
}

/** `[..., 'resources', type]`: the keys below are resources. */
export function isResourceType(path: readonly string[]): boolean {
  return path.length >= 2 && path.at(-2) === 'resources' && path.length <= 4
}
