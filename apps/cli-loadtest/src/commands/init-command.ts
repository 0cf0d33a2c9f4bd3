import { type Command, defineCommand, type OptionReader } from '@lakebase/cli-kit'

function initOptions(read: OptionReader) {
  return {
    workload: read.text(
      '--workload <file>',
      'Its tables, queries and rates (default: workload.yml here or above)',
    ),
    ddl: read.texts(
      '--ddl <file>',
      'The columns of those tables (default: tables.sql beside the workload); repeats',
    ),
    queries: read.text(
      '--queries <folder>',
      'PostgreSQL, a query a .sql file (default: the queries of the workload, else a look at each table)',
    ),
    name: read.text('--name <name>', 'Of the scenario (default: that of the workload)'),
    output: read.text('-o, --output <file>', 'Default: loadtest.yml (- = stdout)'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    force: read.flag('--force', 'Replace a file that we did not write'),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type InitOptions = ReturnType<typeof initOptions>

/** Writes a first scenario. */
export const initCommand: Command = defineCommand({
  name: 'init',
  summary: 'Write a commented scenario from a workload file and the SQL of an application',
  options: initOptions,
  examples: (bin) => [
    `${bin} init`,
    `${bin} init --workload examples/shop/workload.yml --queries converted -o loadtest.yml`,
  ],
  run: async (options, _args, io) => (await import('../init/run-init.js')).runInit(options, io),
})
