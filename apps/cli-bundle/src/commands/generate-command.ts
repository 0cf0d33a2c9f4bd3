import { type Command, defineCommand } from '@lakebase/cli-kit'
import { generateOptions } from './generate-options.js'

/** Writes the bundle of a workload. The work is loaded only when it runs, so that `--help` is quick. */
export const generateCommand: Command = defineCommand({
  name: '',
  summary: 'Write the Databricks bundle of a workload',
  options: generateOptions,
  examples: (bin) => [
    `${bin} --config workload.yml --output-dir bundle`,
    `${bin} --config workload.yml --output-dir bundle --check`,
    `${bin} --config workload.yml --dry-run`,
    `${bin} --config workload.yml --output synced_tables.yml`,
  ],
  run: async (options, _args, io) =>
    (await import('../generate/run-generate.js')).runGenerate(options, io),
})
