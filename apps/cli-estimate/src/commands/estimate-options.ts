import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of an estimate, as typed. */
export function estimateOptions(read: OptionReader) {
  return {
    config: read.text(
      '-c, --config <file>',
      'Workload file (- = stdin); default: the nearest one upwards',
    ),
    outputs: read.texts(
      '-o, --output <file>',
      'Write .json, .html, .md or .csv (- = stdout); repeats',
    ),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    cloud: read.choice('--cloud <cloud>', 'Cloud', ['aws', 'azure', 'gcp']),
    region: read.text('--region <region>', "The cloud's own region name, such as us-east-1"),
    tier: read.choice('--tier <tier>', 'Databricks tier', ['PREMIUM', 'ENTERPRISE']),
    ddl: read.texts(
      '--ddl <file>',
      'CREATE TABLEs of the tables: sizes from their columns; repeats',
    ),
    measure: read.flag(
      '--measure',
      'Measure the tables on the SQL warehouse, or fail; by itself when one is configured',
    ),
    noMeasure: read.flag('--no-measure', 'Ask no warehouse, and leave lakebase.lock.json aside'),
    scan: read.flag('--scan', 'Measure by reading every table whole; says first how much that is'),
    refresh: read.flag('--refresh', 'Measure again what lakebase.lock.json has'),
    asOf: read.text(
      '--as-of <date>',
      'Day of the prices and discounts (YYYY-MM-DD); default today',
    ),
    rates: read.text('--rates <file>', 'Your own rate card, in the format of "rates show --json"'),
    calibration: read.text(
      '--calibration <file>',
      'What a compute unit does, measured by "lakebase-loadtest sweep --calibrate"',
    ),
    compat: read.choice('--compat <mode>', "Add the old accelerator's figures", ['reference']),
    compareTo: read.text(
      '--compare-to <file>',
      'An earlier estimate (.json): show the change by line',
    ),
    maxIncrease: read.text(
      '--max-increase <limit>',
      'Gate on that change: 10% or 50 (USD a month)',
    ),
    strict: read.flag('--strict', 'Exit 6 when a line has no price'),
    force: read.flag('--force', 'Replace output files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type EstimateOptions = ReturnType<typeof estimateOptions>
