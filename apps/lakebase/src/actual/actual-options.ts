import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of `actual`, as typed. */
export function actualOptions(read: OptionReader) {
  return {
    config: read.text('-c, --config <file>', 'Workload file; default: the nearest one upwards'),
    since: read.text('--since <time>', 'How far back, such as 7d or 720h; default 30d'),
    project: read.text(
      '--project <uid>',
      "Only this project, by its uid or its instance's id; default: all of the account",
    ),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type ActualOptions = ReturnType<typeof actualOptions>
