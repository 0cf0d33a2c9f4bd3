// Time to generate, lint and compare a bundle of 1,000 synced tables with two targets.
import { performance } from 'node:perf_hooks'
import { diffBundles, generateBundle, lintBundle } from '../packages/bundle-gen/dist/index.js'

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SIZES = [100, 1000, 2000]

function spec(tables) {
  const table = (name) => ({
    source: `main.shop.${name}`,
    targetSchema: 'shop',
    targetTable: name,
    primaryKeys: ['id'],
    indexes: [],
    grants: [],
  })
  const pipelines = Array.from({ length: tables / 10 }, (_, pipeline) => ({
    name: `p${pipeline}`,
    policy: 'SNAPSHOT',
    schedule: { everySeconds: 86_400 },
    tables: Array.from({ length: 10 }, (_, index) => table(`t_${pipeline}_${index}`)),
  }))
  return {
    name: 'shop',
    origin: 'bench',
    database: {
      product: 'autoscaling',
      projectId: 'shop',
      pgVersion: 17,
      minCu: 8,
      maxCu: 24,
      scaleToZeroAfterSeconds: false,
      haReadable: false,
      readReplicas: [],
      restoreWindowDays: 7,
    },
    catalog: 'shop_pg',
    databaseName: 'shop',
    storageCatalog: 'main',
    storageSchema: 'lakebase_sync',
    pipelines,
  }
}

function median(run) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)].toFixed(0)
}

for (const size of SIZES) {
  const files = generateBundle(spec(size))
  const changed = new Map(
    [...files].map(([path, text]) => [path, text.replaceAll('SNAPSHOT', 'TRIGGERED')]),
  )
  const times = [
    `generate ${median(() => generateBundle(spec(size)))} ms`,
    `lint ${median(() => lintBundle(files))} ms`,
    `diff ${median(() => diffBundles(files, changed))} ms`,
  ]
  console.log(`${size} tables  ${times.join('  ')}  (median of ${ROUNDS})`)
}
