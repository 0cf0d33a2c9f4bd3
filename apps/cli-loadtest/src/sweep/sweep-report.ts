import type { Exit } from '@lakebase/cli-kit'
import type { SweepResult } from '@lakebase/loadtest'
import type { RunCost } from '../cost/run-cost.js'

/** What `sweep` prints with `--json`, and all that its renderers read. */
export interface SweepReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly kind: 'sweep'
  readonly generator: string
  readonly version: string
  readonly generatedAt: string
  readonly source: string
  readonly sweep: SweepResult
  /** Of the last run at the rate that was found. */
  readonly cost?: RunCost
  readonly exit: Exit
}
