import type { OptionReader } from '@lakebase/cli-kit'

/** The flags that every command has. */
export function outputOptions(read: OptionReader) {
  return {
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace output files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type OutputOptions = ReturnType<typeof outputOptions>
