import type { OptionReader } from '@lakebase/cli-kit'

/** The flags that say which database is tested. */
export function targetOptions(read: OptionReader) {
  return {
    embedded: read.flag(
      '--embedded',
      'Start a PostgreSQL for the moment, with tables and rows in it',
    ),
    workload: read.text(
      '--workload <file>',
      'Of --embedded: its tables are made and filled (default: workload.yml beside the scenario)',
    ),
    ddl: read.texts(
      '--ddl <file>',
      'The columns of those tables (default: tables.sql beside the workload); repeats',
    ),
    setup: read.texts(
      '--setup <file>',
      'Of --embedded: SQL to run in place of that, or behind it where --workload is named; repeats',
    ),
    scale: read.text(
      '--scale <factor>',
      'Of --embedded: this share of the rows (default 0.001; of pgbench tables its -s, default 1)',
    ),
    url: read.text(
      '--url <address>',
      'postgres://user@host/database; its password comes from PGPASSWORD. Default: DATABASE_URL, else PGHOST and its like',
    ),
    lakebase: read.text(
      '--lakebase <name>',
      'projects/P/branches/B/endpoints/E, or a Provisioned instance; signs in by the workspace',
    ),
    database: read.text('--database <name>', 'Of --lakebase (default databricks_postgres)'),
  }
}

export type TargetOptions = ReturnType<typeof targetOptions>
