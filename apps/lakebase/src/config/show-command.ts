import { type Command, defineCommand } from '@lakebase/cli-kit'

/** The options of `config show`, as typed. */
export type ShowOptions = {
  readonly config: string | undefined
  readonly origin: boolean
  readonly json: boolean
}

/** Prints what is in force. Asks nobody. */
export const showCommand: Command = defineCommand<ShowOptions>({
  name: 'show',
  summary: 'Print every setting in force, with --origin where it came from; secrets are masked',
  options: (read) => ({
    config: read.text('-c, --config <file>', 'Workload file; default: the nearest one upwards'),
    origin: read.flag('--origin', 'Say where each value came from'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
  }),
  examples: (bin) => [`${bin} show --origin`, `${bin} show --json`],
  run: async (options, _args, io) => (await import('./run-show.js')).runShow(options, io),
})
