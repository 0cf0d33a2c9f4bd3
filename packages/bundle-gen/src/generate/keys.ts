/** Keys of the resources that every bundle has once. Keys of tables begin with `st_`, of jobs with `sync_`. */
export const KEYS = {
  project: 'project',
  production: 'production',
  primary: 'primary',
  loadTest: 'loadtest',
  owner: 'owner',
  database: 'database',
  catalog: 'catalog',
  storage: 'pipeline_storage',
  instance: 'instance',
  postSync: 'post_sync',
} as const

/** Variables that we write; a target sets them otherwise. */
export const VARIABLES = {
  projectId: 'project_id',
  instanceName: 'instance_name',
  capacity: 'capacity',
  catalog: 'catalog',
  storageCatalog: 'storage_catalog',
  minCu: 'min_cu',
  maxCu: 'max_cu',
  protectBranch: 'protect_branch',
  purgeOnDelete: 'purge_on_delete',
  deployer: 'deployer',
} as const

/** Folders that the jobs need in the workspace. */
export const UPLOADED = ['src', 'sql'] as const

export const FILES = {
  root: 'databricks.yml',
  project: 'resources/lakebase_project.yml',
  instance: 'resources/lakebase_instance.yml',
  tables: 'resources/synced_delta_tables.yml',
  jobs: 'resources/sync_schedules.yml',
  postSync: 'sql/post_sync.sql',
  postSyncRunner: 'src/run_post_sync.py',
} as const
