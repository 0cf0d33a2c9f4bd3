import type { LocalTest } from './load-test/test-here.js'

/** What a journey is made of; paths as the user named them. */
export interface JourneyInput {
  readonly config: string
  /** CREATE TABLEs that sizes are predicted from, in the place of those that the file states. */
  readonly ddl: readonly string[]
  /** Columns of the tables, for the queries. */
  readonly schemas: readonly string[]
  /** Databricks SQL. */
  readonly queries?: string
  /** The bundle's folder. */
  readonly bundle?: string
  /** Where converted queries go. */
  readonly converted?: string
  /** Whether a warehouse may be asked for sizes, when one is configured. */
  readonly measure: boolean
  /** Whether a Postgres of our own plans the converted queries. */
  readonly explain: boolean
  /** Write the bundle and the queries, or make them in memory. */
  readonly write: boolean
  /** Load a PostgreSQL of our own by this scenario. */
  readonly loadTest?: LocalTest
  /** The file of a run that was made before. */
  readonly run?: string
  readonly quiet: boolean
}
