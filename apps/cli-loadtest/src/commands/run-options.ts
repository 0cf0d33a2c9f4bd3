import type { OptionReader } from '@lakebase/cli-kit'
import { costOptions } from './cost-options.js'
import { loadOptions } from './load-options.js'
import { outputOptions } from './output-options.js'
import { targetOptions } from './target-options.js'

/** The flags of a run, as typed. */
export function runOptions(read: OptionReader) {
  return {
    ...loadOptions(read),
    ...targetOptions(read),
    noServer: read.flag('--no-server', 'Do not ask the database for its own figures'),
    shard: read.text('--shard <i/n>', 'Of a run on n machines: this part of it, from 0'),
    startAt: read.text('--start-at <time>', 'When all shards begin (ISO 8601, UTC)'),
    startDelay: read.text('--start-delay <time>', 'So long behind --start-at'),
    ...costOptions(read),
    save: read.flag('--save', 'Keep the run for history and compare'),
    history: read.text('--history <folder>', 'Where it is kept (default .lakebase/runs)'),
    strict: read.flag('--strict', 'Exit 1 also when the client was the limit (LT101)'),
    outputs: read.texts(
      '-o, --output <file>',
      'Write .html, .json, .csv, .series.csv or .hlog (- = JSON on stdout); repeats',
    ),
    ...outputOptions(read),
  }
}

export type RunOptions = ReturnType<typeof runOptions>
