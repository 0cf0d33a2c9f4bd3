/** What a job of the bundle is made from. */
export interface JobPlan {
  /** The scenario's name. */
  readonly name: string
  readonly shards: number
  /** Path of the scenario within `loadtest/`. */
  readonly scenario: string
  /** `projects/…/branches/…/endpoints/…`, the name of an instance, or a reference of the bundle. */
  readonly lakebase: string
  readonly database: string
  /** Folder of a volume in which each run gets a folder of its own. */
  readonly results: string
  /** What npm installs: a name with a version, or the path of a packed file. */
  readonly npmPackage: string
  /** How long after the job's start all shards begin. */
  readonly leadMs: number
  /** Of the whole load, to end a job that hangs. */
  readonly durationMs: number
  readonly version: string
  readonly compute: JobCompute
}

/** What the shards run on. */
export type JobCompute =
  | { readonly kind: 'serverless' }
  /** A single-node cluster for each; the type of machine is the cloud's own name. */
  | { readonly kind: 'classic'; readonly nodeType: string }
