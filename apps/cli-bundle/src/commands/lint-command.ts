import { type Command, defineCommand } from '@lakebase/cli-kit'
import { lintOptions } from './lint-options.js'

/** Checks a bundle folder, whoever wrote it. */
export const lintCommand: Command = defineCommand({
  name: 'lint [folder]',
  summary: 'Check a bundle folder, hand-written ones too, as each target deploys it',
  options: lintOptions,
  examples: (bin) => [
    `${bin} lint bundle`,
    `${bin} lint bundle --json`,
    `${bin} lint bundle --tables tables.json -o findings.md`,
  ],
  run: async (options, args, io) =>
    (await import('../lint/run-lint.js')).runLint(options, args, io),
})
