import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type BundleSpec, BundleSpecError, checkBundleSpec, generateBundle } from '../src/index.js'
import { legacySpec, shopSpec, table } from './shop-spec.js'

test('a bundle has these files, whatever the order of its tables', () => {
  expect([...generateBundle(shopSpec).keys()]).toEqual([
    'databricks.yml',
    'resources/lakebase_project.yml',
    'resources/synced_delta_tables.yml',
    'resources/sync_schedules.yml',
    'sql/post_sync.sql',
    'src/run_post_sync.py',
  ])
  expect([...generateBundle(legacySpec).keys()]).toContain('resources/lakebase_instance.yml')
})

test('dev and prod never touch the same project or catalog', () => {
  const root = parse(generateBundle(shopSpec).get('databricks.yml') ?? '')
  const { dev, prod } = root.targets
  expect(dev.variables.project_id).toBe(`shop-\${workspace.current_user.domain_friendly_name}`)
  expect(dev.variables.catalog).toBe(`shop_pg_\${workspace.current_user.short_name}`)
  expect(prod.variables).toBeUndefined()
  expect(root.variables.project_id.default).toBe('shop')
})

test('no host and no token unless a host is given', () => {
  expect([...generateBundle(shopSpec).values()].join()).not.toMatch(/^\s*(host|token|profile):/m)
  const root = generateBundle({ ...shopSpec, host: 'https://a.example.com' }).get('databricks.yml')
  expect(parse(root ?? '').targets.prod.workspace.host).toBe('https://a.example.com')
})

test('only the first table of a pipeline makes it, the others join one after the other', () => {
  const tables = parse(generateBundle(shopSpec).get('resources/synced_delta_tables.yml') ?? '')
    .resources.postgres_synced_tables
  expect(tables.st_shop_orders).toHaveProperty('new_pipeline_spec')
  expect(tables.st_shop_order_items.existing_pipeline_id).toBe(
    `\${resources.postgres_synced_tables.st_shop_orders.status.pipeline_id}`,
  )
  expect(tables.st_shop_order_items).not.toHaveProperty('new_pipeline_spec')
})

test('the retired product comes with a warning', () => {
  expect(checkBundleSpec(legacySpec)).toContainEqual(
    expect.objectContaining({ ruleId: 'BG011', level: 'warn' }),
  )
})

test.each([
  { what: 'back-ticks', source: 'main.`my-shop`.orders', target: 'orders' },
  { what: 'unicode', source: 'main.shop.größe', target: 'groesse' },
  { what: 'upper case', source: 'Main.Shop.Orders', target: 'Orders' },
])('a source with $what is named as the API wants it', ({ source, target }) => {
  const spec = withTables([table(source, { targetSchema: 'shop', targetTable: target })])
  const text = generateBundle(spec).get('resources/synced_delta_tables.yml') ?? ''
  const [only] = Object.values(parse(text).resources.postgres_synced_tables)
  expect(only).toMatchObject({
    source_table_full_name: source.replaceAll('`', ''),
    synced_table_id: `\${resources.postgres_catalogs.catalog.catalog_id}.shop.${target.toLowerCase()}`,
  })
})

test.each([
  { ruleId: 'BG030', tables: [table('`a.b`.c.d', { targetSchema: 'c', targetTable: 'd' })] },
  { ruleId: 'BG030', tables: [table('a.b.c d')] },
  { ruleId: 'BG030', tables: [table(`a.b.\${var.x}`, { targetTable: 'x' })] },
  { ruleId: 'BG031', tables: [table('main.my-shop.orders')] },
  { ruleId: 'BG031', tables: [table('main.shop.größe')] },
  { ruleId: 'BG031', tables: [table('main.shop.say"so"')] },
  { ruleId: 'BG032', tables: [table(`main.shop.${'x'.repeat(64)}`)] },
  { ruleId: 'BG033', tables: [table('main.shop.orders', { primaryKeys: [] })] },
  { ruleId: 'BG034', tables: [table('main.shop.orders', { primaryKeys: ['a', 'a'] })] },
  { ruleId: 'BG034', tables: [table('main.shop.orders', { primaryKeys: [`\${var.key}`] })] },
  { ruleId: 'BG035', tables: [table('main.shop.orders', { changeDataFeed: false })] },
  { ruleId: 'BG036', tables: [table('a.shop.customer'), table('b.shop.customer')] },
  { ruleId: 'BG036', tables: [table('a.shop.customer'), table('b.Shop.CUSTOMER')] },
  {
    ruleId: 'BG037',
    tables: Array.from({ length: 21 }, (_, n) => table('a.b.c', { targetTable: `c${n}` })),
  },
  {
    ruleId: 'BG041',
    tables: [table('a.b.c', { grants: [{ privileges: ['SELECT'], to: 'PUBLIC' }] })],
  },
])('$ruleId refuses the tables $tables.0.source …', ({ ruleId, tables }) => {
  const spec = withTables(tables)
  expect(errorsOf(spec)).toContain(ruleId)
  expect(() => generateBundle(spec)).toThrow(BundleSpecError)
})

test('two tables of one short name in two schemas are two resources', () => {
  const spec = withTables([table('a.north.customer'), table('a.south.customer')])
  const text = generateBundle(spec).get('resources/synced_delta_tables.yml') ?? ''
  expect(Object.keys(parse(text).resources.postgres_synced_tables)).toEqual([
    'st_north_customer',
    'st_south_customer',
  ])
})

test('200 tables are 200 resources', () => {
  const spec = withTables(Array.from({ length: 200 }, (_, n) => table(`main.shop.t${n}`)))
  const text = generateBundle(spec).get('resources/synced_delta_tables.yml') ?? ''
  expect(Object.keys(parse(text).resources.postgres_synced_tables)).toHaveLength(200)
})

function withTables(tables: BundleSpec['pipelines'][number]['tables']): BundleSpec {
  const pipeline = {
    name: 'all',
    policy: 'TRIGGERED',
    schedule: { everySeconds: 3600 },
    tables,
  } as const
  return { ...shopSpec, pipelines: [pipeline] }
}

function errorsOf(spec: BundleSpec): readonly string[] {
  return checkBundleSpec(spec).flatMap(({ ruleId, level }) => (level === 'error' ? [ruleId] : []))
}
