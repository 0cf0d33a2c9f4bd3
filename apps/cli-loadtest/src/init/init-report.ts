import type { Exit } from '@lakebase/cli-kit'

/** What `init` prints with `--json`. */
export interface InitReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly kind: 'init'
  /** Where it was written; missing for stdout. */
  readonly path?: string
  readonly text: string
  readonly queries: number
  /** What nobody has said, a line each. */
  readonly guesses: readonly string[]
  /** Files that were passed by, for they ask nothing: to be run before, with `--setup`. */
  readonly setup: readonly string[]
  readonly exit: Exit
}
