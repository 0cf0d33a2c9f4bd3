import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'
import { outputOptions } from './output-options.js'

function mergeOptions(read: OptionReader) {
  return {
    expect: read.text('--expect <count>', 'How many shards there should be; fewer is exit 1'),
    strict: read.flag('--strict', 'Exit 1 also when the client was the limit (LT101)'),
    outputs: read.texts(
      '-o, --output <file>',
      'Write .html, .json, .csv, .series.csv or .hlog (- = JSON on stdout); repeats',
    ),
    ...outputOptions(read),
  }
}

export type MergeOptions = ReturnType<typeof mergeOptions>

/** Joins the shards of one run. */
export const mergeCommand: Command = defineCommand({
  name: 'merge [...files]',
  summary: 'Join the shards of a run (.json files, or their folder) into one report',
  options: mergeOptions,
  examples: (bin) => [
    `${bin} merge shard-0.json shard-1.json -o run.html`,
    `${bin} merge /Volumes/main/loadtest/results/42 --expect 4 -o report.html`,
  ],
  run: async (options, args, io) =>
    (await import('../merge/run-merge.js')).runMerge(options, args, io),
})
