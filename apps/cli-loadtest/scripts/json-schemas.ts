import { resolve } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

const PUBLISHED = {
  advise: 'Advise',
  compare: 'Compare',
  history: 'History',
  init: 'Init',
  job: 'Job',
  run: 'Run',
  sweep: 'Sweep',
} as const

/** The JSON Schema of each document that a command prints, made of its type. `merge` prints that of `run`. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const generator = createGenerator({
    path: resolve('scripts/published-types.ts'),
    tsconfig: resolve('tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
  })
  return new Map(
    Object.entries(PUBLISHED).map(([name, type]) => [name, generator.createSchema(type)]),
  )
}
