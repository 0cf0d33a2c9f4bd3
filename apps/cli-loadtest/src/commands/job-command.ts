import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'

function jobOptions(read: OptionReader) {
  return {
    config: read.text('-c, --config <file>', 'Scenario file (.yml)'),
    scenario: read.text('--scenario <name>', 'Of a file with several: this one'),
    shards: read.text('--shards <count>', 'Machines that share the load (default 4)'),
    lakebase: read.text(
      '--lakebase <name>',
      'projects/P/branches/B/endpoints/E, an instance, or a reference of the bundle; default: that of the scenario',
    ),
    database: read.text('--database <name>', 'Default databricks_postgres'),
    results: read.text(
      '--results <path>',
      'Folder of a volume for what they measured: /Volumes/catalog/schema/volume',
    ),
    lead: read.text(
      '--lead <time>',
      "From the job's start to that of the load, so that all shards are ready (default 3m; of classic clusters, which start slowly, 10m)",
    ),
    cluster: read.choice('--cluster <kind>', 'What the shards run on (default serverless)', [
      'serverless',
      'classic',
    ]),
    nodeType: read.text(
      '--node-type <name>',
      "Of --cluster classic: the machine of each shard, by the cloud's own name",
    ),
    package: read.text(
      '--package <name>',
      'What npm installs on each machine (default @lakebase/cli of this version)',
    ),
    targetDir: read.text('--target-dir <folder>', 'The bundle to write into (default: here)'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace files that we did not write'),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type JobOptions = ReturnType<typeof jobOptions>

/** Writes a job of a Databricks bundle. */
export const jobCommand: Command = defineCommand({
  name: 'job [scenario]',
  summary: 'Write a Databricks job that runs a scenario on many machines and merges them',
  options: jobOptions,
  examples: (bin) => [
    `${bin} job loadtest.yml --shards 8 --lakebase projects/shop/branches/test/endpoints/primary --results /Volumes/main/loadtest/results`,
    `${bin} job loadtest.yml --cluster classic --node-type m6i.4xlarge --results /Volumes/main/loadtest/results`,
  ],
  run: async (options, args, io) => (await import('../job/run-job.js')).runJob(options, args, io),
})
