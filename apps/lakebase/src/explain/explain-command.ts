import { type Command, defineCommand } from '@lakebase/cli-kit'

/** Says more about a finding. */
export const explainCommand: Command = defineCommand({
  name: 'explain [id]',
  summary: 'Why a finding is one, and what to do; without an id, all of them',
  options: (read) => ({
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
  }),
  examples: (bin) => [`${bin} explain LB014`, `${bin} explain SQ011`, `${bin} explain --json`],
  run: async (options, args, io) =>
    (await import('./run-explain.js')).runExplain(options, args, io),
})
