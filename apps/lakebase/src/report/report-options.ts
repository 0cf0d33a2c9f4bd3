import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a report, as typed. */
export function reportOptions(read: OptionReader) {
  return {
    config: read.text('-c, --config <file>', 'Workload file; default: the nearest one upwards'),
    from: read.text('--from <file>', 'Read a report.html or .json back instead of making one'),
    queries: read.text(
      '--queries <folder>',
      'Databricks SQL; default: queries/ beside the workload, when it is there',
    ),
    schemas: read.texts(
      '-s, --schema <file>',
      'Columns of the tables, for the queries (.sql, .json, .yml); default: tables.sql beside the workload, when it is there',
    ),
    ddl: read.texts(
      '--ddl <file>',
      'CREATE TABLEs of the tables: sizes from their columns; repeats',
    ),
    bundle: read.text('-b, --bundle <folder>', 'The bundle on disk, to say what would change'),
    run: read.text(
      '--run <file>',
      'A load test to put in: the .json that lakebase loadtest run wrote, or one of .lakebase/runs',
    ),
    noMeasure: read.flag('--no-measure', 'Ask no warehouse, and leave lakebase.lock.json aside'),
    noExplain: read.flag('--no-explain', 'Check the queries without a Postgres'),
    anonymize: read.flag('--anonymize', 'Take names and texts out, to share the report'),
    outputs: read.texts('-o, --output <file>', 'Write .html or .json (- = stdout); repeats'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace output files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type ReportOptions = ReturnType<typeof reportOptions>
