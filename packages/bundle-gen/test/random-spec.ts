import fc from 'fast-check'
import type { BundleSpec } from '../src/index.js'

/** Mostly names that work, and some of those that people have. */
const word = fc.oneof(
  { weight: 150, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_]{0,14}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Orders',
      'größe',
      'my-shop',
      'a`b',
      'say "so"',
      "it's",
      'a.b',
      'on',
      'null',
      '1_000',
      '012',
      'st_x',
      '2026-01-01',
      '表',
      'a b',
      '#x',
      'x: y',
      `\${var.x}`,
      'x'.repeat(64),
      '~',
      '-',
      '__',
      '',
    ),
  },
)
const cu = fc.oneof(fc.constant(0.5), fc.integer({ min: 1, max: 50 }))
const idle = fc.oneof(
  { weight: 3, arbitrary: fc.constant(false as const) },
  fc.integer({ min: 60, max: 604_800 }),
)

const table = fc.record(
  {
    source: fc
      .tuple(word, word, word)
      .map((parts) => parts.map((part) => (/^\w+$/.test(part) ? part : `\`${part}\``)).join('.')),
    targetSchema: word,
    targetTable: word,
    primaryKeys: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    timeseriesKey: word,
    changeDataFeed: fc.constant(true),
    indexes: fc.array(
      fc.record({
        columns: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        unique: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    grants: fc.array(
      fc.record({
        privileges: fc.constantFrom(['SELECT'] as const, ['SELECT', 'UPDATE'] as const),
        to: word,
      }),
      { maxLength: 2 },
    ),
    owner: word,
  },
  {
    requiredKeys: ['source', 'targetSchema', 'targetTable', 'primaryKeys', 'indexes', 'grants'],
  },
)

const evenSchedule = fc.constantFrom(
  { everySeconds: 1800 },
  { everySeconds: 3600 },
  { everySeconds: 86_400 },
  { cron: '0 3 * * *' },
  { cron: '*/5 8-18 * * 1-5' },
  { cron: '0 0 3 ? * MON' },
)

const schedule = fc.oneof(
  { weight: 20, arbitrary: evenSchedule },
  { weight: 1, arbitrary: fc.constant({ everySeconds: 420 }) },
)

const pipeline = fc.oneof(
  fc.record({
    name: word,
    policy: fc.constantFrom('SNAPSHOT' as const, 'TRIGGERED' as const),
    schedule,
    tables: fc.array(table, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    name: word,
    policy: fc.constant('CONTINUOUS' as const),
    tables: fc.array(table, { minLength: 1, maxLength: 3 }),
  }),
)

const autoscaling = fc
  .record(
    {
      product: fc.constant('autoscaling' as const),
      projectId: fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/),
      pgVersion: fc.constantFrom(16 as const, 17 as const),
      minCu: cu,
      spread: fc.integer({ min: 0, max: 15 }),
      scaleToZeroAfterSeconds: idle,
      haComputes: fc.integer({ min: 2, max: 4 }),
      haReadable: fc.boolean(),
      readReplicas: fc.array(
        fc.record({
          minCu: fc.constant(1),
          maxCu: fc.integer({ min: 1, max: 8 }),
          scaleToZeroAfterSeconds: idle,
        }),
        { maxLength: 2 },
      ),
      restoreWindowDays: fc.integer({ min: 2, max: 30 }),
      loadTestBranch: fc.record({ ttlSeconds: fc.integer({ min: 3600, max: 2_592_000 }) }),
    },
    {
      requiredKeys: [
        'product',
        'projectId',
        'pgVersion',
        'minCu',
        'spread',
        'scaleToZeroAfterSeconds',
        'haReadable',
        'readReplicas',
        'restoreWindowDays',
      ],
    },
  )
  .map(({ spread, ...database }) => ({
    ...database,
    maxCu: spread === 0 ? database.minCu : Math.floor(database.minCu) + spread,
  }))

const provisioned = fc.record({
  product: fc.constant('provisioned-legacy' as const),
  instanceName: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/),
  capacity: fc.constantFrom('CU_1' as const, 'CU_2' as const, 'CU_4' as const, 'CU_8' as const),
  nodeCount: fc.integer({ min: 1, max: 3 }),
  readableSecondaries: fc.boolean(),
  restoreWindowDays: fc.integer({ min: 2, max: 30 }),
})

/** Any spec that the types allow, most of which are right. */
export const randomSpec: fc.Arbitrary<BundleSpec> = fc.record(
  {
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    origin: fc.constantFrom('workload.yml', 'a # b.yml'),
    database: fc.oneof(
      { weight: 3, arbitrary: autoscaling },
      { weight: 1, arbitrary: provisioned },
    ),
    catalog: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}_pg$/),
    databaseName: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
    storageCatalog: fc.constantFrom('main', 'ops'),
    storageSchema: fc.constantFrom('lakebase_storage', 'default'),
    pipelines: fc.array(pipeline, { maxLength: 4 }),
    host: fc.constant('https://example.cloud.databricks.com'),
  },
  {
    requiredKeys: [
      'name',
      'origin',
      'database',
      'catalog',
      'databaseName',
      'storageCatalog',
      'storageSchema',
      'pipelines',
    ],
  },
)
