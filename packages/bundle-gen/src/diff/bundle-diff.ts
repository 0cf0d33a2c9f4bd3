import type { Finding, Place } from '../finding.js'

/**
 * What a deployment does to a resource. `changed` is a change of a type whose behaviour is not in our data,
 * such as a job.
 */
export type ChangeAction = 'create' | 'inPlace' | 'recreate' | 'delete' | 'changed'

export interface FieldChange {
  /** `autoscaling_limit_max_cu`, `group.min`. */
  readonly path: string
  /** Plain data; undefined where the field is not set. */
  readonly before: unknown
  readonly after: unknown
  /** Whether this change alone makes the resource anew. */
  readonly recreates: boolean
  /** The resource made anew whose field it takes, when the text itself is the same. */
  readonly follows?: string
  /** Where the new value stands, or the old one when there is none. */
  readonly place?: Place
}

/** A statement that a table made anew has lost. */
export interface LostStatement {
  readonly sql: string
  /** Whether the SQL of the new bundle has it too, to be run after the sync. */
  readonly replayed: boolean
}

export interface ResourceChange {
  readonly type: string
  readonly key: string
  /** The name outside the bundle, such as `projects/shop`; it may hold `${workspace…}`. */
  readonly id?: string
  readonly action: ChangeAction
  /** The key before, when only that changed: to the CLI one resource goes and another comes. */
  readonly renamedFrom?: string
  readonly fields: readonly FieldChange[]
  /** Whether a deployment asks before it deletes; without a terminal it then fails, unless told --auto-approve. */
  readonly asks: boolean
  /** Whether lifecycle.prevent_destroy stops the deployment. */
  readonly prevented: boolean
  /** Resources that are unchanged in the files and go with this one, as `type.key`. */
  readonly takesWith: readonly string[]
  /** Rows and money of the sync that follows; what is not known is not there. */
  readonly resync?: Resync
  /** Statements to run on the database: before the deployment, and after it for a table that only goes. */
  readonly byHand: readonly string[]
  readonly lost: readonly LostStatement[]
}

export interface Resync {
  readonly tables: number
  /** Undefined when those of one table are not known. */
  readonly rows?: number
  readonly usd?: number
}

export interface TargetDiff {
  /** Undefined for bundles without targets. */
  readonly target: string | undefined
  readonly changes: readonly ResourceChange[]
}

export interface BundleDiff {
  /** One for each target that both bundles have. */
  readonly targets: readonly TargetDiff[]
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
  /** LB115 and LB116, and what could not be read. */
  readonly findings: readonly Finding[]
}

/** What is known of a synced table: by its source, `main.shop.orders`. */
export interface SyncFacts {
  readonly rows?: number
  /** What one whole sync costs. */
  readonly usd?: number
}
