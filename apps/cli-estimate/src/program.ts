import { type Command, defineCommand, type Program } from '@lakebase/cli-kit'
import { estimateOptions } from './options.js'

/** Sizes and prices a workload. The work is loaded only when it runs, so that `--help` is quick. */
const estimateCommand: Command = defineCommand({
  name: '',
  summary: 'Size a workload and price it',
  options: estimateOptions,
  examples: [
    'lakebase-estimate --config workload.yml',
    'lakebase-estimate --config workload.yml -o report.html -o report.json',
    'lakebase-estimate --config workload.yml --ddl tables.sql',
    'lakebase-estimate --config workload.yml --measure',
    'lakebase-estimate --config workload.yml --cloud azure --region westeurope',
    'lakebase-estimate --config workload.yml --compare-to main.json --max-increase 10%',
  ],
  run: async (options, _args, io) => (await import('./run-estimate.js')).runEstimate(options, io),
})

/** Shows the prices that an estimate uses. */
const ratesCommand: Command = defineCommand({
  name: 'rates <action> [...cards]',
  summary: 'rates show: the prices in use; rates diff A B: what changed between two cards',
  options: (read) => ({
    json: read.flag('--json', 'The card itself, which --rates takes'),
    cloud: read.choice('--cloud <cloud>', 'Only this cloud', ['aws', 'azure', 'gcp']),
    region: read.text('--region <region>', 'Only this region'),
  }),
  examples: [
    'lakebase-estimate rates show --cloud aws --region us-east-1',
    'lakebase-estimate rates diff my-card.json latest',
  ],
  run: async (options, args, io) => (await import('./run-rates.js')).runRates(options, args, io),
})

export const program: Program = {
  packageName: 'cli-estimate',
  bin: 'lakebase-estimate',
  commands: [estimateCommand, ratesCommand],
  version: async () => (await import('./version.js')).versionText(),
}
