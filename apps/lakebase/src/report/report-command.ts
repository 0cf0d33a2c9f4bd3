import { type Command, defineCommand } from '@lakebase/cli-kit'
import { reportOptions } from './report-options.js'

/** The whole journey of a workload as one file. */
export const reportCommand: Command = defineCommand({
  name: 'report',
  summary: 'Size, cost, bundle and queries of a workload in one report.html; writes nothing else',
  options: reportOptions,
  examples: (bin) => [
    `${bin} report --config workload.yml -o report.html`,
    `${bin} report --config workload.yml --queries queries --schema tables.sql -o report.html`,
    `${bin} report --config workload.yml --run run.json -o report.html`,
    `${bin} report --from report.html --anonymize -o to-share.html`,
    `${bin} report --from report.html --json`,
  ],
  run: async (options, _args, io) => (await import('./run-report.js')).runReport(options, io),
})
