// How long a bundle of 1,000 tables takes: made, and put into the files that are there.
import { type BundleSpec, checkBundleSpec, generateBundle, regenerateBundle } from '../src/index.js'

const TABLES = 1000
const spec: BundleSpec = {
  name: 'bench',
  origin: 'bench',
  database: {
    product: 'autoscaling',
    projectId: 'bench',
    pgVersion: 17,
    minCu: 1,
    maxCu: 8,
    scaleToZeroAfterSeconds: false,
    haReadable: false,
    readReplicas: [],
    restoreWindowDays: 7,
  },
  catalog: 'bench_pg',
  databaseName: 'bench',
  storageCatalog: 'main',
  storageSchema: 'lakebase_storage',
  pipelines: Array.from({ length: TABLES / 10 }, (_, pipeline) => ({
    name: `p${pipeline}`,
    policy: 'TRIGGERED',
    schedule: { everySeconds: 3600 },
    tables: Array.from({ length: 10 }, (__, table) => ({
      source: `main.shop.t${pipeline}_${table}`,
      targetSchema: 'shop',
      targetTable: `t${pipeline}_${table}`,
      primaryKeys: ['id'],
      indexes: [{ columns: ['customer_id'], unique: false }],
      grants: [{ privileges: ['SELECT'], to: 'app_reader' }],
    })),
  })),
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now()
  const result = work()
  process.stdout.write(
    `${what.padEnd(28)} ${(performance.now() - start).toFixed(0).padStart(6)} ms\n`,
  )
  return result
}

timed('check the spec', () => checkBundleSpec(spec))
const files = timed(`generate ${TABLES} tables`, () => generateBundle(spec))
timed('regenerate, nothing changed', () => regenerateBundle(spec, files))
const bigger: BundleSpec = { ...spec, catalog: 'other_pg' }
timed('regenerate, one change', () => regenerateBundle(bigger, files))
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
process.stdout.write(`${files.size} files, ${(bytes / 1e6).toFixed(2)} MB\n`)
