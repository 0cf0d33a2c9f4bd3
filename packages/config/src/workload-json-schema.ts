import schema from '../workload.schema.json' with { type: 'json' }
/** JSON Schema (draft-07) of a workload file, for editors; the same as the file `workload.schema.json`. */
export const workloadJsonSchema: Readonly<Record<string, unknown>> = schema
