import { resolve } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/** The JSON Schema of what `run` and `merge` print, made of its type. */
export function reportJsonSchema(): object {
  return createGenerator({
    path: resolve('src/report/loadtest-report.ts'),
    tsconfig: resolve('tsconfig.json'),
    type: 'LoadtestReport',
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema('LoadtestReport')
}
