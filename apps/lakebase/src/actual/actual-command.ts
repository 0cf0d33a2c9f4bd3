import { type Command, defineCommand } from '@lakebase/cli-kit'
import { actualOptions } from './actual-options.js'

/** What was spent, beside what was estimated. */
export const actualCommand: Command = defineCommand({
  name: 'actual',
  summary:
    'What the billing system tables say was spent, against the estimate, with the cause of the gap',
  options: actualOptions,
  examples: (bin) => [
    `${bin} actual --config workload.yml --since 7d`,
    `${bin} actual --config workload.yml --project 0f1c9f5e-8a5b-4f0e-9d55-2a1d8c7b6a54`,
  ],
  run: async (options, _args, io) => (await import('./run-actual.js')).runActual(options, io),
})
