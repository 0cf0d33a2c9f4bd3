import type { OptionReader } from '@lakebase/cli-kit'

/** The flags that say what is sent, and how much of it. */
export function loadOptions(read: OptionReader) {
  return {
    config: read.text('-c, --config <file>', 'Scenario file (.yml; - = stdin)'),
    scenario: read.text('--scenario <name>', 'Of a file with several: this one'),
    sql: read.texts(
      '--sql <file>',
      'In place of a scenario: SQL with WEIGHT and PARAM headers; repeats',
    ),
    pgbench: read.texts(
      '--pgbench <script>',
      'In place of a scenario: a file for pgbench, or tpcb-like, simple-update, select-only; @weight behind it; repeats',
    ),
    define: read.texts('-D, --define <name=value>', 'A variable of pgbench scripts; repeats'),
    rate: read.text(
      '--rate <rate>',
      'Open loop: transactions a second, whether or not it keeps up',
    ),
    clients: read.text('--clients <count>', 'Closed loop: clients that wait for each answer'),
    duration: read.text('--duration <time>', 'Of what is measured (30s, 5m)'),
    warmUp: read.text('--warm-up <time>', 'Before it, kept out of every figure (0s = none)'),
    connections: read.text('--connections <count>', 'Connections to the database'),
    workers: read.text('--workers <count>', 'Threads that send (default: one a core)'),
    driver: read.choice('--driver <name>', 'Who speaks to the database', [
      'wire',
      'postgres',
      'pg-client',
    ]),
    seed: read.text('--seed <number>', 'Two runs of one seed send the same values'),
    timeout: read.text('--timeout <time>', 'Longest time of a statement; it is cancelled then'),
    slo: read.texts(
      '--slo <objective>',
      'p99=10ms, mean=2ms, errors=0.1%, throughput=500/s; orders:p99=10ms for one script; repeats',
    ),
  }
}

export type LoadOptions = ReturnType<typeof loadOptions>
