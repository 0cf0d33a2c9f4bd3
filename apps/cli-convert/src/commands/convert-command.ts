import { type Command, defineCommand } from '@lakebase/cli-kit'
import { convertOptions } from './convert-options.js'

/** Converts files of Databricks SQL. The work is loaded only when it runs, so that `--help` is quick. */
export const convertCommand: Command = defineCommand({
  name: '[file]',
  summary: 'Convert Databricks SQL to PostgreSQL 17',
  options: convertOptions,
  examples: (bin) => [
    `${bin} --source-dir queries --target-dir converted --schema tables.sql`,
    `${bin} --file top.sql --output top.pg.sql --report top.html`,
    `cat top.sql | ${bin} -`,
    `${bin} --source-dir queries --check --report queries.sarif`,
  ],
  run: async (options, args, io) =>
    (await import('../run-convert.js')).runConvert(options, args, io),
})
