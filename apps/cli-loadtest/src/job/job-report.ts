import type { Exit } from '@lakebase/cli-kit'
import type { JobPlan } from './job-plan.js'

/** What `job` prints with `--json`. */
export interface JobReport {
  readonly ok: true
  readonly schemaVersion: 1
  readonly kind: 'job'
  readonly plan: JobPlan
  /** Paths within the bundle. */
  readonly written: readonly string[]
  /** What to type next. */
  readonly next: string
  readonly exit: Exit
}
