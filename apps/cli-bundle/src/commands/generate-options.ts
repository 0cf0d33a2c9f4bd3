import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of a generation, as typed. */
export function generateOptions(read: OptionReader) {
  return {
    config: read.text(
      '-c, --config <file>',
      'Workload file (- = stdin); default: the nearest one upwards',
    ),
    outputDir: read.text('-d, --output-dir <folder>', 'Write the bundle into this folder'),
    output: read.text(
      '-o, --output <file>',
      'Write the synced tables alone into one .yml (- = stdout)',
    ),
    dryRun: read.flag('--dry-run', 'Print the files and write nothing'),
    check: read.flag(
      '--check',
      'Exit 1 when the folder is not what the workload would give; writes nothing',
    ),
    product: read.choice('--product <product>', 'Product; default: the one of the workload', [
      'autoscaling',
      'provisioned-legacy',
    ]),
    loadTestBranch: read.text(
      '--load-test-branch <ttl>',
      'Add a branch for load tests that deletes itself, such as 7d',
    ),
    host: read.text('--host <url>', 'Workspace of prod; default: whatever your profile says'),
    schema: read.text(
      '--schema <file>',
      'Check the files against the output of "databricks bundle schema"',
    ),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace files that we did not write'),
    color: read.choice('--color <when>', 'Colour', ['auto', 'always', 'never']),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type GenerateOptions = ReturnType<typeof generateOptions>
