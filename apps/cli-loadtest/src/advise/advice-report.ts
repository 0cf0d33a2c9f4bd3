import type { Exit } from '@lakebase/cli-kit'
import type { Advice } from '@lakebase/loadtest/advise'

/** What `advise` prints with `--json`, and all that its renderers read. */
export interface AdviceReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly kind: 'advice'
  readonly generator: string
  readonly version: string
  readonly generatedAt: string
  /** The scenario's file, or what it was made from. */
  readonly source: string
  /** Host, port and database; no secret. */
  readonly target: string
  readonly advice: Advice
  /** Names of the indexes that `--apply` has made. */
  readonly applied: readonly string[]
  readonly exit: Exit
}
