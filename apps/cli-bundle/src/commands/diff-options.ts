import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a comparison, as typed. */
export function diffOptions(read: OptionReader) {
  return {
    target: read.text('-t, --target <name>', 'Only this target; default: all that both have'),
    tables: read.text('--tables <file>', 'What is known of source tables (.json): rows, usd'),
    workload: read.text('--workload <file>', 'Take the rows of the tables from this workload file'),
    cu: read.text(
      '--cu <units>',
      'With --workload: price the syncs, at this many compute units of 2 GB',
    ),
    outputs: read.texts('-o, --output <file>', 'Write .json or .md (- = stdout); repeats'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace output files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
  }
}

export type DiffCommandOptions = ReturnType<typeof diffOptions>
