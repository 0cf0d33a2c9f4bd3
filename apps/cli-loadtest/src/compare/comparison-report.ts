import type { Exit } from '@lakebase/cli-kit'
import type { Comparison } from '@lakebase/loadtest'

/** What `compare` prints with `--json`. */
export interface ComparisonReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly kind: 'comparison'
  readonly comparison: Comparison
  readonly exit: Exit
}
