import type { Command } from '@lakebase/cli-kit'

/** A word after `lakebase`, and how to load what it runs. Nothing of it is loaded before. */
export interface SubCommand {
  readonly name: string
  /** One line for the overview. */
  readonly summary: string
  /** Commands whose names begin with the word, as `rates <action>`; of a family, those after the word. */
  readonly load: () => Promise<readonly Command[]>
  /** The word takes commands of its own: `bundle lint`. */
  readonly isFamily?: boolean
}

/** Sub-commands under a heading of the overview. */
export interface CommandGroup {
  readonly title: string
  readonly commands: readonly SubCommand[]
}
