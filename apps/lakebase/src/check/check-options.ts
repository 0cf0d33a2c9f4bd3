import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a check, as typed. */
export function checkOptions(read: OptionReader) {
  return {
    config: read.text('-c, --config <file>', 'Workload file; default: the nearest one upwards'),
    bundle: read.text(
      '-b, --bundle <folder>',
      'Bundle to lint; default: the folder of the workload, when it has a databricks.yml',
    ),
    queries: read.text(
      '--queries <folder>',
      'Databricks SQL to convert; default: queries/ beside the workload, when it is there',
    ),
    schemas: read.texts(
      '-s, --schema <file>',
      'Columns of the tables (.sql, .json, .yml); default: tables.sql beside the workload, when it is there',
    ),
    outputs: read.texts('-o, --output <file>', 'Write .json, .sarif or .md (- = stdout); repeats'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    exitZero: read.flag('--exit-zero', 'Exit 0 whatever is found, for CI that only reports'),
    force: read.flag('--force', 'Replace output files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type CheckOptions = ReturnType<typeof checkOptions>
