import type { Exit } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import type { RunCost } from '../cost/run-cost.js'

/** What `run` and `merge` print with `--json`, and all that the renderers read. */
export interface LoadtestReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly kind: 'run' | 'merge'
  readonly generator: string
  readonly version: string
  readonly generatedAt: string
  /** The scenario's file, or what it was made from. */
  readonly source: string
  readonly run: RunReport
  readonly cost?: RunCost
  readonly exit: Exit
}
