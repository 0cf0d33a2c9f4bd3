import { type Command, defineCommand } from '@lakebase/cli-kit'
import { runOptions } from './run-options.js'

/** Runs a scenario. The work is loaded only when it runs, so that `--help` is quick. */
export const runCommand: Command = defineCommand({
  name: 'run [scenario]',
  summary: 'Run a scenario and report what it found',
  options: runOptions,
  examples: (bin) => [
    `${bin} run loadtest.yml --embedded`,
    `${bin} run loadtest.yml --rate 2000/s --duration 2m --slo p99=10ms -o run.html`,
    `${bin} run --pgbench select-only --clients 8 --embedded`,
    `DATABASE_URL=postgres://… ${bin} run --sql orders.sql --rate 500/s`,
    `${bin} run loadtest.yml --lakebase projects/shop/branches/test/endpoints/primary`,
  ],
  run: async (options, args, io) =>
    (await import('../run/run-load-test.js')).runLoadTest(options, args, io),
})
