import { type Command, defineCommand } from '@lakebase/cli-kit'
import { checkOptions } from './check-options.js'

/** All findings at once. The work is loaded only when it runs, so that `--help` is quick. */
export const checkCommand: Command = defineCommand({
  name: 'check',
  summary: 'Say everything that is wrong or doubtful: workload, bundle and queries at once',
  options: checkOptions,
  examples: (bin) => [
    `${bin} check --config workload.yml`,
    `${bin} check --config workload.yml --bundle deploy --queries queries --schema tables.sql`,
    `${bin} check -o findings.sarif`,
  ],
  run: async (options, _args, io) => (await import('./run-check.js')).runCheck(options, io),
})
