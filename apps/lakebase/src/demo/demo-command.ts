import { type Command, defineCommand } from '@lakebase/cli-kit'
import { demoOptions } from './demo-options.js'

/** The whole journey on a sample: no account, no network, nothing to set up. */
export const demoCommand: Command = defineCommand({
  name: 'demo',
  summary: 'See all of it on a sample: no account, no network, one folder left behind',
  options: demoOptions,
  examples: (bin) => [
    `${bin} demo`,
    `${bin} demo --no-load`,
    `${bin} demo --output-dir somewhere-else`,
  ],
  run: async (options, _args, io) => (await import('./run-demo.js')).runDemo(options, io),
})
