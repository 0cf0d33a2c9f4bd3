import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'
import { loadOptions } from './load-options.js'
import { outputOptions } from './output-options.js'
import { targetOptions } from './target-options.js'

function adviseOptions(read: OptionReader) {
  return {
    ...loadOptions(read),
    ...targetOptions(read),
    report: read.text(
      '--report <file>',
      'The .json of a run: how often each statement ran, and how long it took',
    ),
    build: read.flag(
      '--build',
      'Try indexes by building them, in a transaction that is rolled back; writes wait meanwhile. --embedded always does',
    ),
    analyze: read.choice('--analyze <what>', 'Run the statements too, for times (rolled back)', [
      'reads',
      'all',
    ]),
    check: read.flag('--check', 'Exit 1 when there is something to propose'),
    apply: read.flag(
      '--apply',
      'Create what is proposed, after a question that names the database',
    ),
    yes: read.flag('--yes', 'Of --apply: do not ask'),
    outputs: read.texts(
      '-o, --output <file>',
      'Write .html or .json (- = JSON on stdout); repeats',
    ),
    ...outputOptions(read),
  }
}

export type AdviseOptions = ReturnType<typeof adviseOptions>

/** Says which indexes a workload is missing. */
export const adviseCommand: Command = defineCommand({
  name: 'advise [scenario]',
  summary: 'Indexes that the statements are missing, each proven by a plan that uses it',
  options: adviseOptions,
  examples: (bin) => [
    `${bin} advise loadtest.yml --embedded`,
    `${bin} advise loadtest.yml --report run.json -o advice.html`,
    `${bin} advise loadtest.yml --check`,
    `${bin} advise loadtest.yml --build --apply`,
  ],
  run: async (options, args, io) =>
    (await import('../advise/run-advise.js')).runAdvise(options, args, io),
})
