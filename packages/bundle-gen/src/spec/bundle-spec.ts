import type { GrantSpec, IndexSpec } from './post-sync-spec.js'

/** What a bundle is made from: plain values, no file, no default. */
export interface BundleSpec {
  /** `bundle.name`, letters, digits and `-_.`. */
  readonly name: string
  /** Where it comes from, for the comment at the head of each file: `workload.yml`. */
  readonly origin: string
  readonly database: AutoscalingDatabase | ProvisionedDatabase
  /** Unity Catalog catalog that shows the Postgres database. */
  readonly catalog: string
  /** Name of the database in Postgres. */
  readonly databaseName: string
  /** An ordinary catalog and its schema, for checkpoints and event logs of the sync pipelines. */
  readonly storageCatalog: string
  readonly storageSchema: string
  readonly pipelines: readonly PipelineSpec[]
  /** `https://…` of the workspace of prod. Without it the user's own profile decides. */
  readonly host?: string
}

/** A Lakebase project; compute units of 2 GB. */
export interface AutoscalingDatabase {
  readonly product: 'autoscaling'
  readonly projectId: string
  readonly pgVersion: 16 | 17 | 18
  readonly minCu: number
  readonly maxCu: number
  /** Idle seconds before the compute stops; false = never. */
  readonly scaleToZeroAfterSeconds: number | false
  /** Computes in all with high availability, the primary counted; undefined = none. */
  readonly haComputes?: number
  readonly haReadable: boolean
  readonly readReplicas: readonly ReadReplicaSpec[]
  readonly restoreWindowDays: number
  /** A branch for load tests that deletes itself. */
  readonly loadTestBranch?: { readonly ttlSeconds: number }
}

export interface ReadReplicaSpec {
  readonly minCu: number
  readonly maxCu: number
  readonly scaleToZeroAfterSeconds: number | false
}

/** An instance of the retired product; compute units of 16 GB. */
export interface ProvisionedDatabase {
  readonly product: 'provisioned-legacy'
  readonly instanceName: string
  readonly capacity: ProvisionedCapacity
  /** The primary and its secondaries. */
  readonly nodeCount: number
  readonly readableSecondaries: boolean
  readonly restoreWindowDays: number
}

export type ProvisionedCapacity = 'CU_1' | 'CU_2' | 'CU_4' | 'CU_8'

export type SchedulingPolicy = 'SNAPSHOT' | 'TRIGGERED' | 'CONTINUOUS'

/** Tables that share one sync pipeline. */
export interface PipelineSpec {
  readonly name: string
  readonly policy: SchedulingPolicy
  /** When it runs; undefined for CONTINUOUS, or when somebody else starts it. */
  readonly schedule?: ScheduleSpec
  readonly tables: readonly TableSpec[]
}

/** A time between two runs, or a cron line of 5 fields (cron) or 6 to 7 (Quartz). UTC. */
export type ScheduleSpec = { readonly everySeconds: number } | { readonly cron: string }

/** A synced table. */
export interface TableSpec {
  /** `catalog.schema.table`; parts may stand in back-ticks. */
  readonly source: string
  readonly targetSchema: string
  readonly targetTable: string
  readonly primaryKeys: readonly string[]
  readonly timeseriesKey?: string
  /** Whether `delta.enableChangeDataFeed` is on; undefined = not known. */
  readonly changeDataFeed?: boolean
  readonly indexes: readonly IndexSpec[]
  readonly grants: readonly GrantSpec[]
  /** Role that shall own it in Postgres. */
  readonly owner?: string
}
