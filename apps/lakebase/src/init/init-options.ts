import type { OptionReader } from '@lakebase/cli-kit'

/** The flags of `init`, as typed. */
export function initOptions(read: OptionReader) {
  return {
    fromDdl: read.texts(
      '--from-ddl <file>',
      'CREATE TABLEs of Databricks or Postgres (- = stdin); repeats',
    ),
    fromCatalog: read.text(
      '--from-catalog <catalog.schema>',
      'Tables of Unity Catalog, as the workspace of the environment or .env describes them',
    ),
    fromPg: read.text(
      '--from-pg <address>',
      'A running Postgres: postgres://user@host/database (password from PGPASSWORD), the name of a variable that holds the address, or - for stdin',
    ),
    fromMetrics: read.texts(
      '--from-metrics <file>',
      'Metrics of RDS (CloudWatch), Aurora (Performance Insights) or Azure Monitor, JSON or CSV; repeats',
    ),
    name: read.text('--name <name>', 'Name of the workload; default: that of the folder'),
    output: read.text('-o, --output <file>', 'Default: workload.yml (- = stdout)'),
    noInput: read.flag('--no-input', 'Ask nothing, also in a terminal'),
    force: read.flag('--force', 'Replace a file that we did not write'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type InitOptions = ReturnType<typeof initOptions>
