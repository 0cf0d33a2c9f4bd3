import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a check, as typed. */
export function lintOptions(read: OptionReader) {
  return {
    tables: read.text(
      '--tables <file>',
      'What is known of source tables (.json): changeDataFeed, columns',
    ),
    outputs: read.texts('-o, --output <file>', 'Write .json or .md (- = stdout); repeats'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace output files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
  }
}

export type LintCommandOptions = ReturnType<typeof lintOptions>
