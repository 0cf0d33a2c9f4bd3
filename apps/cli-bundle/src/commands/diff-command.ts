import { type Command, defineCommand } from '@lakebase/cli-kit'
import { diffOptions } from './diff-options.js'

/** Compares two bundle folders. */
export const diffCommand: Command = defineCommand({
  name: 'diff <old> <new>',
  summary: 'What the deployment of a changed bundle would do: in place, made anew, deleted',
  options: diffOptions,
  examples: (bin) => [
    `${bin} diff deployed bundle`,
    `${bin} diff deployed bundle --target prod -o changes.md`,
    `${bin} diff deployed bundle --workload workload.yml --cu 16`,
  ],
  run: async (options, args, io) =>
    (await import('../diff/run-diff.js')).runDiff(options, args, io),
})
