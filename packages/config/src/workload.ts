/** The path of a value in the YAML file, as written there: `['delta_synchronization', 'tables_to_sync', 0]`. */
export type YamlPath = readonly (string | number)[]

/** A workload after reading: defaults that the file left out stay undefined, legacy words are translated. */
export interface Workload {
  /** `name:` of the file, else the file's own name without extension. */
  readonly name: string
  readonly target: Target
  readonly load: Load
  readonly compute: Compute
  readonly storage: Storage
  readonly sync: Sync
  readonly branches: readonly Branch[]
  readonly discounts: readonly Discount[]
  /** Tables that live in Postgres only, without a sync. */
  readonly tables: readonly PlainTable[]
  readonly queries: readonly Query[]
  readonly bundle: BundleNames
  /** The old accelerator's inputs, present when the file uses any of its keys. */
  readonly legacy?: LegacyInput
}

/** `target:` Where it will run. Undefined parts are the caller's to fill, and to say so. */
export interface Target {
  readonly product: Product
  readonly cloud?: Cloud
  readonly region?: string
  readonly tier?: Tier
}
export type Product = 'autoscaling' | 'provisioned-legacy'
export type Cloud = 'aws' | 'azure' | 'gcp'
export type Tier = 'PREMIUM' | 'ENTERPRISE'

/** `database_instance:` rates at the peak. */
export interface Load {
  readonly bulkWritesPerSecond: number
  readonly continuousWritesPerSecond: number
  readonly readsPerSecond: number
  /** `connections:` open at the peak, the pools of all application processes together. */
  readonly connections?: number
  /** `hot_set_gb:` data that the queries touch all the time. */
  readonly hotSetGb?: number
}

/** `compute:` what the user has decided already; the sizer decides the rest. */
export interface Compute {
  /** `min_cu`, `max_cu`: Autoscaling compute units of 2 GB. */
  readonly minCu?: number
  readonly maxCu?: number
  /** `scale_to_zero_after:` idle seconds before it stops; `false` = never (`off`); undefined = not said. */
  readonly scaleToZeroAfterSeconds?: number | false
  /** `high_availability: {computes: 2}`: computes in all, the primary counted; undefined = off. */
  readonly haComputes?: number
  readonly haReadable: boolean
  /** `hours_up_per_month`, at most 730. */
  readonly hoursUpPerMonth?: number
  /** `hourly_load:` 24 shares (0..1) of the peak rates, hour 0 first, in the region's time. */
  readonly hourlyLoad?: readonly number[]
  /** `bulk_load:` whether bulk loads run beside the peak of the steady load. */
  readonly bulkLoad?: 'concurrent' | 'off_peak'
  readonly readReplicas: readonly ReadReplica[]
}

export interface ReadReplica {
  readonly count: number
  readonly minCu: number
  readonly maxCu: number
  readonly hoursUpPerMonth?: number
  readonly scaleToZeroAfterSeconds?: number | false
  /** Set when it came from `readable_secondary_size_cu`, in 16-GB units. */
  readonly legacyCu?: number
  readonly at: YamlPath
}

/** `database_storage:` in GB of 10^9 bytes. */
export interface Storage {
  readonly dataStoredGb: number
  /** `estimated_data_deleted_daily_gb` */
  readonly deletedDailyGb: number
  /** `changed_daily_gb:` rows written or updated by the application in a day. */
  readonly changedDailyGb?: number
  /** `restore_windows_days` (legacy) or `restore_window_days`; undefined = product default. */
  readonly restoreWindowDays?: number
  readonly snapshotsGb?: number
}

/** `delta_synchronization:` */
export interface Sync {
  /** `number_of_continuous_pipelines`, those of the tables listed included (see `syncPipelines`). */
  readonly continuousPipelines: number
  /** The old file-wide batch: `expected_data_per_sync_gb`, `sync_mode`, `sync_frequency`. */
  readonly batch?: BatchSync
  /** `tables_per_pipeline:` how many tables without a `pipeline` of their own share one. Default 10. */
  readonly tablesPerPipeline: number
  readonly tables: readonly SyncedTable[]
}

export interface BatchSync {
  readonly gbPerRun: number
  readonly policy: SchedulingPolicy
  readonly schedule: Schedule
}

export type SchedulingPolicy = 'SNAPSHOT' | 'TRIGGERED' | 'CONTINUOUS'

/** A schedule from "Per day", a cron line (5 fields, or Quartz with 6 or 7) or an ISO 8601 duration. */
export interface Schedule {
  readonly text: string
  /** The shortest time between two runs, in seconds. */
  readonly intervalSeconds: number
  /** Runs in an average month of 730 hours. */
  readonly runsPerMonth: number
}

/** An entry of `tables_to_sync`. */
export interface SyncedTable {
  /** The source, three parts. */
  readonly name: string
  readonly primaryKeys: readonly string[]
  readonly policy: SchedulingPolicy
  /** Its own `schedule`, else the file's `sync_frequency`; undefined for CONTINUOUS or when neither is given. */
  readonly schedule?: Schedule
  /** `pipeline:` tables with the same name share one pipeline. */
  readonly pipeline?: string
  /** `source: table | view | materialized_view` */
  readonly source: 'table' | 'view' | 'materialized_view'
  /** `change_data_feed:` undefined = not said. */
  readonly changeDataFeed?: boolean
  readonly rows?: number
  /** `size_gb:` in Postgres, indexes included, when known. */
  readonly sizeGb?: number
  readonly rowsPerRun?: number
  readonly gbPerRun?: number
  /** `rows_changed_per_run:` inserted, updated or deleted rows between two runs. */
  readonly rowsChangedPerRun?: number
  /** `deadline:` seconds in which a run must end; undefined = its interval. */
  readonly deadlineSeconds?: number
  readonly timeseriesKey?: string
  readonly columns: readonly Column[]
  /** `target_schema`, `target_table`: names in Postgres when they differ from the source's. */
  readonly targetSchema: string
  readonly targetTable: string
  readonly indexes: readonly IndexDefinition[]
  /** Set again after each sync, like the indexes. */
  readonly grants: readonly Grant[]
  /** `owner:` role that shall own it in Postgres. */
  readonly owner?: string
  readonly at: YamlPath
}

/** `grants: [{privileges: SELECT, to: app_reader}]` */
export interface Grant {
  readonly privileges: readonly TablePrivilege[]
  readonly to: string
}

export type TablePrivilege =
  | 'SELECT'
  | 'INSERT'
  | 'UPDATE'
  | 'DELETE'
  | 'TRUNCATE'
  | 'REFERENCES'
  | 'TRIGGER'

export interface Column {
  readonly name: string
  /** The Databricks type as written: `DECIMAL(10,2)`. */
  readonly type: string
  readonly nullable: boolean
  readonly averageBytes?: number
  readonly nullFraction?: number
  readonly distinctValues?: number
}

export interface IndexDefinition {
  readonly columns: readonly string[]
  readonly unique: boolean
}

export interface PlainTable {
  readonly name: string
  readonly rows?: number
  readonly sizeGb?: number
  readonly columns: readonly Column[]
  readonly primaryKeys: readonly string[]
  readonly indexes: readonly IndexDefinition[]
  readonly at: YamlPath
}

/** `branches:` beside production. */
export interface Branch {
  readonly name: string
  readonly minCu: number
  readonly maxCu: number
  readonly hoursUpPerMonth: number
  /** `changed_gb:` data that differs from the parent. */
  readonly changedGb: number
  /** `ttl:` seconds until it is deleted. */
  readonly ttlSeconds?: number
  readonly at: YamlPath
}

/** `discounts:` of the user's own contract, or the legacy `promotion_percentage`. */
export interface Discount {
  readonly name: string
  readonly percentage: number
  readonly appliesTo: readonly ('compute' | 'storage' | 'sync')[]
  /** ISO dates, both included. */
  readonly from?: string
  readonly until?: string
  /** True for the legacy key: it replaces the public promotion instead of adding to it. */
  readonly promotion: boolean
  readonly at: YamlPath
}

export interface Query {
  readonly name: string
  /** One of the two. `file` is relative to the workload file. */
  readonly sql?: string
  readonly file?: string
  readonly weight?: number
  readonly ratePerSecond?: number
  /** `expected_ms:` for Little's law. */
  readonly expectedMs?: number
  /** Declared parameter names. */
  readonly parameters: readonly string[]
  readonly at: YamlPath
}

/** `bundle:` names for the generated Databricks bundle. */
export interface BundleNames {
  readonly projectId?: string
  readonly catalog?: string
  readonly database?: string
  readonly storageCatalog?: string
  readonly storageSchema?: string
}

/** The 2025 accelerator's inputs with its own names and defaults, for `estimateReference`. */
export interface LegacyInput {
  readonly bulk_writes_per_second: number
  readonly continuous_writes_per_second: number
  readonly reads_per_second: number
  readonly number_of_readable_secondaries: number
  readonly readable_secondary_size_cu: number
  readonly promotion_percentage: number
  readonly data_stored_gb: number
  readonly estimated_data_deleted_daily_gb: number
  readonly restore_windows_days: number
  readonly number_of_continuous_pipelines: number
  readonly expected_data_per_sync_gb: number
  readonly sync_mode: SchedulingPolicy
  readonly sync_frequency: string
}
