import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a migration, as typed. */
export function migrateOptions(read: OptionReader) {
  return {
    output: read.text('-o, --output <file>', 'Write the new .yml here; default: stdout'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace a file that we did not write'),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type MigrateOptions = ReturnType<typeof migrateOptions>
