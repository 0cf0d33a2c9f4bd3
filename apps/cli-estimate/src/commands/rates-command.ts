import { type Command, defineCommand } from '@lakebase/cli-kit'

/** Shows the prices that an estimate uses. */
export const ratesCommand: Command = defineCommand({
  name: 'rates <action> [...cards]',
  summary: 'rates show: the prices in use; rates diff A B: what changed between two cards',
  options: (read) => ({
    json: read.flag('--json', 'The card itself, which --rates takes'),
    cloud: read.choice('--cloud <cloud>', 'Only this cloud', ['aws', 'azure', 'gcp']),
    region: read.text('--region <region>', 'Only this region'),
  }),
  examples: (bin) => [
    `${bin} rates show --cloud aws --region us-east-1`,
    `${bin} rates diff my-card.json latest`,
  ],
  run: async (options, args, io) => (await import('../run-rates.js')).runRates(options, args, io),
})
