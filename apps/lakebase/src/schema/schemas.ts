import { createRequire } from 'node:module'

/** What stands in another package is read when it runs; `import` of JSON still warns on Node 20. */
const fromPackage = createRequire(import.meta.url)

/** Every published JSON Schema by name; each is loaded only when it is asked for. */
export const schemas: Readonly<Record<string, () => Promise<unknown>>> = {
  workload: async () => (await import('@lakebase/config')).workloadJsonSchema,
  actual: async () => (await import('./data/actual.schema.json')).default,
  check: async () => (await import('./data/check.schema.json')).default,
  config: async () => (await import('./data/config.schema.json')).default,
  convert: async () => (await import('./data/convert.schema.json')).default,
  bundle: async () => (await import('./data/bundle.schema.json')).default,
  'bundle-diff': async () => (await import('./data/bundle-diff.schema.json')).default,
  'bundle-lint': async () => (await import('./data/bundle-lint.schema.json')).default,
  'bundle-preflight': async () => (await import('./data/bundle-preflight.schema.json')).default,
  estimate: async () => (await import('./data/estimate.schema.json')).default,
  explain: async () => (await import('./data/explain.schema.json')).default,
  failure: async () => (await import('./data/failure.schema.json')).default,
  doctor: async () => (await import('./data/doctor.schema.json')).default,
  'rate-card': async () => fromPackage('@lakebase/pricing/rate-card.schema.json'),
  'rates-diff': async () => (await import('./data/rates-diff.schema.json')).default,
  report: async () => (await import('./data/report.schema.json')).default,
  scenario: async () => fromPackage('@lakebase/loadtest/scenario.schema.json'),
  'loadtest-advise': async () => (await import('cli-loadtest/schemas/advise.schema.json')).default,
  'loadtest-compare': async () =>
    (await import('cli-loadtest/schemas/compare.schema.json')).default,
  'loadtest-history': async () =>
    (await import('cli-loadtest/schemas/history.schema.json')).default,
  'loadtest-init': async () => (await import('cli-loadtest/schemas/init.schema.json')).default,
  'loadtest-job': async () => (await import('cli-loadtest/schemas/job.schema.json')).default,
  'loadtest-merge': async () => (await import('cli-loadtest/schemas/run.schema.json')).default,
  'loadtest-run': async () => (await import('cli-loadtest/schemas/run.schema.json')).default,
  'loadtest-sweep': async () => (await import('cli-loadtest/schemas/sweep.schema.json')).default,
  init: async () => (await import('./data/init.schema.json')).default,
  migrate: async () => (await import('./data/migrate.schema.json')).default,
}
