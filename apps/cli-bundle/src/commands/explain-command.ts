import { type Command, defineCommand } from '@lakebase/cli-kit'

/** Says more about a rule. */
export const explainCommand: Command = defineCommand({
  name: 'explain <id>',
  summary: 'Why a finding is one, with an example wrong and right',
  options: (read) => ({
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
  }),
  examples: (bin) => [`${bin} explain LB108`],
  run: async (options, args, io) =>
    (await import('../explain/run-explain.js')).runExplain(options, args, io),
})
