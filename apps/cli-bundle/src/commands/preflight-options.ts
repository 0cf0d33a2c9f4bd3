import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a preflight, as typed. */
export function preflightOptions(read: OptionReader) {
  return {
    config: read.text(
      '-c, --config <file>',
      'Workload file (- = stdin); default: the nearest one upwards',
    ),
    run: read.flag(
      '--run',
      'Ask the SQL warehouse of the environment or .env; reads every source whole',
    ),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type PreflightFlags = ReturnType<typeof preflightOptions>
