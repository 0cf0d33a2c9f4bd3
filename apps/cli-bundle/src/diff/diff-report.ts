import type { BundleDiff } from '@lakebase/bundle-gen'
import type { Exit } from '@lakebase/cli-kit'

/** A comparison with what it compared. */
export interface DiffReport extends BundleDiff {
  readonly before: string
  readonly after: string
  readonly exit: Exit
}
