import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'

function historyOptions(read: OptionReader) {
  return {
    history: read.text('--history <folder>', 'Where runs were kept (default .lakebase/runs)'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
  }
}

export type HistoryOptions = ReturnType<typeof historyOptions>

/** Lists the runs that were kept. */
export const historyCommand: Command = defineCommand({
  name: 'history',
  summary: 'The runs that were kept with run --save, newest first',
  options: historyOptions,
  examples: (bin) => [`${bin} history`],
  run: async (options, _args, io) =>
    (await import('../history/run-history.js')).runHistory(options, io),
})
