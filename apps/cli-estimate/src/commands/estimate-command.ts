import { type Command, defineCommand } from '@lakebase/cli-kit'
import { estimateOptions } from './estimate-options.js'

/** Sizes and prices a workload. The work is loaded only when it runs, so that `--help` is quick. */
export const estimateCommand: Command = defineCommand({
  name: '',
  summary: 'Size a workload and price it',
  options: estimateOptions,
  examples: (bin) => [
    `${bin} --config workload.yml`,
    `${bin} --config workload.yml -o report.html -o report.json`,
    `${bin} --config workload.yml --ddl tables.sql`,
    `${bin} --config workload.yml --measure`,
    `${bin} --config workload.yml --cloud azure --region westeurope`,
    `${bin} --config workload.yml --compare-to main.json --max-increase 10%`,
  ],
  run: async (options, _args, io) => (await import('../run-estimate.js')).runEstimate(options, io),
})
