import { type Command, defineCommand } from '@lakebase/cli-kit'
import { migrateOptions } from './migrate-options.js'

/** Rewrites an old workload file. */
export const migrateCommand: Command = defineCommand({
  name: 'migrate [file]',
  summary: 'Rewrite a file of the 2025 accelerator in the words of today, with the reasons',
  options: migrateOptions,
  examples: (bin) => [
    `${bin} migrate workload_config.yml`,
    `${bin} migrate workload_config.yml -o workload.yml`,
  ],
  run: async (options, args, io) =>
    (await import('./run-migrate.js')).runMigrate(options, args, io),
})
