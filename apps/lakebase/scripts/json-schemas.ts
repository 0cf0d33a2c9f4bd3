import { resolve } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

const PUBLISHED = {
  actual: 'Actual',
  check: 'Check',
  config: 'Config',
  convert: 'Convert',
  bundle: 'Bundle',
  'bundle-diff': 'BundleChanges',
  'bundle-lint': 'BundleLint',
  'bundle-preflight': 'BundlePreflight',
  estimate: 'Estimate',
  doctor: 'Doctor',
  explain: 'Explain',
  failure: 'Failure',
  init: 'Init',
  migrate: 'Migrate',
  'rates-diff': 'RateChanges',
  report: 'Report',
} as const

/** The JSON Schema of each document that a command prints, made of its type. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const generator = createGenerator({
    path: resolve('src/schema/published-types.ts'),
    tsconfig: resolve('tsconfig.json'),
    skipTypeCheck: true,
  })
  return new Map(
    Object.entries(PUBLISHED).map(([name, type]) => [name, generator.createSchema(type)]),
  )
}
