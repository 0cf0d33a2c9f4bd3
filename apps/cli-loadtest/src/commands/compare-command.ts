import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'
import { outputOptions } from './output-options.js'

function compareOptions(read: OptionReader) {
  return {
    confidence: read.text('--confidence <share>', 'How sure a difference has to be (default 95%)'),
    check: read.flag('--check', 'Exit 1 when something is worse'),
    history: read.text('--history <folder>', 'Where runs were kept (default .lakebase/runs)'),
    ...outputOptions(read),
  }
}

export type CompareOptions = ReturnType<typeof compareOptions>

/** Says what differs between two sides. */
export const compareCommand: Command = defineCommand({
  name: 'compare <before> <after>',
  summary: 'What differs between runs, and whether that is more than chance',
  options: compareOptions,
  examples: (bin) => [
    `${bin} compare before.json after.json`,
    `${bin} compare a1.json,a2.json,a3.json b1.json,b2.json,b3.json --check`,
    `${bin} compare latest~1 latest`,
  ],
  run: async (options, args, io) =>
    (await import('../compare/run-compare.js')).runCompare(options, args, io),
})
