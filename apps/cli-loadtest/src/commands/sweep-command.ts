import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'
import { costOptions } from './cost-options.js'
import { loadOptions } from './load-options.js'
import { outputOptions } from './output-options.js'
import { targetOptions } from './target-options.js'

function sweepOptions(read: OptionReader) {
  const { duration: _, warmUp: __, clients: ___, ...load } = loadOptions(read)
  return {
    ...load,
    ...targetOptions(read),
    maxRate: read.text('--max-rate <rate>', 'End there when the objectives still hold'),
    step: read.text('--step <time>', 'Of what is measured at each rate (default 20s)'),
    stepWarmUp: read.text('--step-warm-up <time>', 'Before it (default 5s)'),
    factor: read.text('--factor <number>', 'From rate to rate on the way up (default 2)'),
    resolution: read.text('--resolution <share>', 'How close the knee is found (default 5%)'),
    confirmations: read.text('--confirmations <count>', 'How often it is run again (default 2)'),
    calibrate: read.text(
      '--calibrate <file>',
      'Write what a compute unit did at the knee, for lakebase-estimate --calibration; needs --cu and --measures',
    ),
    measures: read.choice('--measures <what>', 'Of --calibrate: what the statements are', [
      'reads',
      'incremental',
      'bulk',
    ]),
    ...costOptions(read),
    outputs: read.texts(
      '-o, --output <file>',
      'Write .html or .json (- = JSON on stdout); repeats',
    ),
    ...outputOptions(read),
  }
}

export type SweepOptions = ReturnType<typeof sweepOptions>

/** Finds the highest rate at which the objectives hold. */
export const sweepCommand: Command = defineCommand({
  name: 'sweep [scenario]',
  summary: 'Find the highest rate at which the objectives hold',
  options: sweepOptions,
  examples: (bin) => [
    `${bin} sweep loadtest.yml --rate 500/s --slo p99=10ms -o sweep.html`,
    `${bin} sweep reads.yml --slo p99=10ms --cu 4 --calibrate calibration.json --measures reads`,
    `${bin} sweep loadtest.yml --embedded --rate 200/s --step 10s --max-rate 20000/s`,
  ],
  run: async (options, args, io) =>
    (await import('../sweep/run-sweep.js')).runSweep(options, args, io),
})
