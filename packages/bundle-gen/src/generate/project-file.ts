import type { AutoscalingDatabase, BundleSpec, ReadReplicaSpec } from '../spec/bundle-spec.js'
import { block, type Entry, entry } from '../yaml/block.js'
import { type BundleFile, generatedFrom } from './bundle-file.js'
import { databaseId, postgresRole, roleId } from './database-names.js'
import { FILES, KEYS, VARIABLES } from './keys.js'
import { duration, ref, resource, resourcesBlock, variable } from './resource.js'
import { storageSchemas } from './storage-schemas.js'

const PROJECT = ref('postgres_projects', KEYS.project, 'id')
export const PRODUCTION = ref('postgres_branches', KEYS.production, 'id')
export const PRIMARY = ref('postgres_endpoints', KEYS.primary, 'id')
export const POSTGRES_DATABASE = ref('postgres_databases', KEYS.database, 'postgres_database')

const READ_WRITE = 'ENDPOINT_TYPE_READ_WRITE'
const READ_ONLY = 'ENDPOINT_TYPE_READ_ONLY'

/** The required fields of the primary, which an override in a target must repeat. */
export const PRIMARY_FIELDS: readonly Entry[] = [
  entry('parent', PRODUCTION),
  entry('endpoint_id', 'primary'),
  entry('endpoint_type', READ_WRITE),
]

/** Project, branches, endpoints, role, database and catalog. */
export function projectFile(spec: BundleSpec, database: AutoscalingDatabase): BundleFile {
  return {
    path: FILES.project,
    head: generatedFrom(spec.origin),
    block: resourcesBlock([
      entry('postgres_projects', block(project(spec, database))),
      entry('postgres_branches', block(...branches(database)), {
        apart: true,
        above:
          'A new project has a branch "production" with an endpoint "primary" already: both are taken over.',
      }),
      entry('postgres_endpoints', block(...endpoints(database)), {
        apart: true,
        above:
          'Whether it stops when idle, and high availability, differ by target: see databricks.yml.',
      }),
      entry('postgres_roles', block(role(spec)), {
        apart: true,
        above:
          'The id of a database that a catalog makes by itself is random, so role and database are declared.',
      }),
      entry('postgres_databases', block(postgresDatabase(spec)), { apart: true }),
      entry('postgres_catalogs', block(catalog()), { apart: true }),
      storageSchemas(spec),
    ]),
  }
}

function project(spec: BundleSpec, { pgVersion, restoreWindowDays }: AutoscalingDatabase): Entry {
  return resource(KEYS.project, [
    entry('project_id', variable(VARIABLES.projectId)),
    entry('display_name', `${spec.name} (\${bundle.target})`),
    entry('pg_version', pgVersion),
    entry('history_retention_duration', duration(restoreWindowDays * 86_400), {
      beside: `${restoreWindowDays} days of point-in-time restore`,
    }),
    entry('purge_on_delete', variable(VARIABLES.purgeOnDelete)),
    entry(
      'default_endpoint_settings',
      block(
        entry('autoscaling_limit_min_cu', 0.5),
        entry('autoscaling_limit_max_cu', 4),
        entry('suspend_timeout_duration', duration(300)),
      ),
      { above: 'For computes of branches that are made later; the primary is set below.' },
    ),
  ])
}

function branches({ loadTestBranch }: AutoscalingDatabase): readonly (Entry | undefined)[] {
  return [
    resource(KEYS.production, [
      entry('parent', PROJECT),
      entry('branch_id', 'production'),
      entry('replace_existing', true),
      entry('no_expiry', true),
      entry('is_protected', variable(VARIABLES.protectBranch)),
    ]),
    loadTestBranch &&
      resource(
        KEYS.loadTest,
        [
          entry('parent', PROJECT),
          entry('branch_id', 'loadtest'),
          entry('source_branch', PRODUCTION),
          entry('ttl', duration(loadTestBranch.ttlSeconds)),
          entry('purge_on_delete', true),
        ],
        {
          apart: true,
          above:
            'For load tests: a copy that costs only what is changed in it, and deletes itself after its ttl.',
        },
      ),
  ]
}

function endpoints(database: AutoscalingDatabase): readonly (Entry | undefined)[] {
  const { loadTestBranch, readReplicas } = database
  return [
    resource(KEYS.primary, [
      ...PRIMARY_FIELDS,
      entry('replace_existing', true),
      entry('autoscaling_limit_min_cu', variable(VARIABLES.minCu)),
      entry('autoscaling_limit_max_cu', variable(VARIABLES.maxCu)),
    ]),
    ...readReplicas.map((replica, index) => readReplica(replica, index + 1)),
    loadTestBranch &&
      resource(
        `${KEYS.loadTest}_primary`,
        [
          entry('parent', ref('postgres_branches', KEYS.loadTest, 'id')),
          entry('endpoint_id', 'primary'),
          entry('endpoint_type', READ_WRITE),
          entry('replace_existing', true),
          entry('autoscaling_limit_min_cu', variable(VARIABLES.minCu)),
          entry('autoscaling_limit_max_cu', variable(VARIABLES.maxCu)),
          entry('suspend_timeout_duration', duration(300)),
        ],
        { apart: true, above: 'As large as production, so that its figures count for it.' },
      ),
  ]
}

function readReplica(replica: ReadReplicaSpec, number: number): Entry {
  return resource(
    `read_replica_${number}`,
    [
      entry('parent', PRODUCTION),
      entry('endpoint_id', `read-replica-${number}`),
      entry('endpoint_type', READ_ONLY),
      entry('autoscaling_limit_min_cu', replica.minCu),
      entry('autoscaling_limit_max_cu', replica.maxCu),
      replica.scaleToZeroAfterSeconds === false
        ? entry('no_suspension', true)
        : entry('suspend_timeout_duration', duration(replica.scaleToZeroAfterSeconds)),
    ],
    { apart: true },
  )
}

function role(spec: BundleSpec): Entry {
  return resource(KEYS.owner, [
    entry('parent', PRODUCTION),
    entry('role_id', roleId(spec.databaseName)),
    entry('postgres_role', postgresRole(spec.databaseName)),
  ])
}

function postgresDatabase(spec: BundleSpec): Entry {
  return resource(KEYS.database, [
    entry('parent', PRODUCTION),
    entry('database_id', databaseId(spec.databaseName)),
    entry('postgres_database', spec.databaseName),
    entry('role', ref('postgres_roles', KEYS.owner, 'id')),
  ])
}

function catalog(): Entry {
  return resource(KEYS.catalog, [
    entry('catalog_id', variable(VARIABLES.catalog)),
    entry('branch', PRODUCTION),
    entry('postgres_database', POSTGRES_DATABASE),
  ])
}
