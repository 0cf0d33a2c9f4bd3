import type { BundleSpec, TableSpec } from '../src/spec/bundle-spec.js'

export function table(source: string, rest: Partial<TableSpec> = {}): TableSpec {
  const [, schema = '', name = ''] = source.split('.')
  return {
    source,
    targetSchema: schema,
    targetTable: name,
    primaryKeys: ['id'],
    indexes: [],
    grants: [],
    ...rest,
  }
}

/** A small shop with one of everything. */
export const shopSpec: BundleSpec = {
  name: 'shop',
  origin: 'workload.yml',
  database: {
    product: 'autoscaling',
    projectId: 'shop',
    pgVersion: 17,
    minCu: 8,
    maxCu: 24,
    scaleToZeroAfterSeconds: false,
    haComputes: 2,
    haReadable: true,
    readReplicas: [{ minCu: 1, maxCu: 4, scaleToZeroAfterSeconds: 300 }],
    restoreWindowDays: 7,
    loadTestBranch: { ttlSeconds: 604_800 },
  },
  catalog: 'shop_pg',
  databaseName: 'shop',
  storageCatalog: 'main',
  storageSchema: 'lakebase_storage',
  pipelines: [
    {
      name: 'sales',
      policy: 'TRIGGERED',
      schedule: { everySeconds: 1800 },
      tables: [
        table('main.shop.orders', {
          primaryKeys: ['order_id'],
          indexes: [{ columns: ['customer_id'], unique: false }],
          grants: [{ privileges: ['SELECT'], to: 'app_reader' }],
        }),
        table('main.shop.order_items', { primaryKeys: ['order_id', 'line_number'] }),
      ],
    },
    { name: 'live', policy: 'CONTINUOUS', tables: [table('main.shop.inventory')] },
  ],
}

export const legacySpec: BundleSpec = {
  ...shopSpec,
  database: {
    product: 'provisioned-legacy',
    instanceName: 'shop',
    capacity: 'CU_2',
    nodeCount: 2,
    readableSecondaries: true,
    restoreWindowDays: 7,
  },
}
