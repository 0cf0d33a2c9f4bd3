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
    name: read.text('--name <name>', 'Name of the workload; default: that of the folder'),
    output: read.text('-o, --output <file>', 'Default: workload.yml (- = stdout)'),
    noInput: read.flag('--no-input', 'Ask nothing, also in a terminal'),
    force: read.flag('--force', 'Replace a file that we did not write'),
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
    quiet: read.flag('-q, --quiet', 'Say nothing beside the result'),
  }
}

export type InitOptions = ReturnType<typeof initOptions>
