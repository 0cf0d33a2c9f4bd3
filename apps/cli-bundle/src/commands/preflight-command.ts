import { type Command, defineCommand } from '@lakebase/cli-kit'
import { preflightOptions } from './preflight-options.js'

/** Whether the sources can be synced: the statements that tell, or their answers. */
export const preflightCommand: Command = defineCommand({
  name: 'preflight',
  summary: 'Print the SQL that tells whether each source can be synced, or run it (--run)',
  options: preflightOptions,
  examples: (bin) => [
    `${bin} preflight --config workload.yml`,
    `${bin} preflight --config workload.yml --run`,
  ],
  run: async (options, _args, io) =>
    (await import('../preflight/run-preflight.js')).runPreflightCommand(options, io),
})
