import { type Command, defineCommand } from '@lakebase/cli-kit'
import { initOptions } from './init-options.js'

/** Writes a first workload file. */
export const initCommand: Command = defineCommand({
  name: 'init',
  summary:
    'Write a commented workload.yml from CREATE TABLEs, a catalog, a running Postgres, metrics or questions',
  options: initOptions,
  examples: (bin) => [
    `${bin} init`,
    `${bin} init --from-ddl tables.sql`,
    `${bin} init --from-catalog main.shop -o shop.yml`,
    `PGPASSWORD=… ${bin} init --from-pg postgres://me@db.example/shop`,
    `${bin} init --from-ddl tables.sql --from-metrics cloudwatch.json`,
  ],
  run: async (options, _args, io) => (await import('./run-init.js')).runInit(options, io),
})
