import { type Command, defineCommand } from '@lakebase/cli-kit'

/** Prints JSON Schemas. */
export const schemaCommand: Command = defineCommand({
  name: 'schema [name]',
  summary: 'Print a JSON Schema: of the workload file, or of what a command prints with --json',
  options: (read) => ({
    json: read.flag('--json', 'One JSON document on stdout, also on failure'),
  }),
  examples: (bin) => [`${bin} schema workload > workload.schema.json`, `${bin} schema estimate`],
  run: async (_options, args, io) => (await import('./run-schema.js')).runSchema(args, io),
})
