/** A Lakebase Provisioned instance, as the API writes it. */
export interface DatabaseInstance {
  readonly name: string
  readonly read_write_dns: string
  readonly read_only_dns?: string
  readonly state?: 'AVAILABLE' | 'DELETING' | 'FAILING_OVER' | 'STARTING' | 'STOPPED' | 'UPDATING'
  /** `CU_1`, `CU_2`, `CU_4`, `CU_8` */
  readonly capacity?: string
  readonly pg_version?: string
}

/** A Lakebase Autoscaling endpoint; its document is made of this. */
export interface PostgresEndpoint {
  readonly name: `projects/${string}/branches/${string}/endpoints/${string}`
  readonly host: string
  readonly readOnlyHost?: string
  readonly type?: 'ENDPOINT_TYPE_READ_ONLY' | 'ENDPOINT_TYPE_READ_WRITE'
  readonly state?: 'ACTIVE' | 'IDLE' | 'INIT'
  readonly minCu?: number
  readonly maxCu?: number
}

/** A database token that the workspace has given out; what a Postgres login is checked against. */
export interface DatabaseToken {
  readonly token: string
  /** Milliseconds since 1970, on the workspace's clock. */
  readonly expiresAtMs: number
  /** Who asked, and so who may log in. */
  readonly userName: string
  /** The endpoint, or the instances, that it was asked for. */
  readonly resources: readonly string[]
  /** As asked for; undefined when there were none. */
  readonly claims: readonly unknown[] | undefined
}
