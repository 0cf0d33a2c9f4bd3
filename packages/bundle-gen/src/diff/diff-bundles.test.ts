import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintBundle } from '../lint/lint-bundle.js'
import { diffBundles } from './diff-bundles.js'

const folder = join(import.meta.dirname, '../../test/valid')
const PATHS = ['databricks.yml', 'resources.yml', 'sql/post_sync.sql']
const shop = new Map(PATHS.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))

const facts = new Map([
  ['main.sales.orders', { rows: 40_000_000, usd: 12.5 }],
  ['main.sales.items', { rows: 1000 }],
])

/** The bundle with a text replaced in every file that has it. */
function edited(...edits: readonly (readonly [from: string, to: string])[]) {
  const replace = (text: string) =>
    edits.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  const after = new Map([...shop].map(([path, text]) => [path, replace(text)]))
  expect([...after.values()]).not.toEqual([...shop.values()])
  return after
}

function changesOf(after: ReadonlyMap<string, string>, target = 'prod') {
  const { targets } = diffBundles(shop, after, { facts })
  return targets.find((one) => one.target === target)?.changes ?? []
}

const short = (after: ReadonlyMap<string, string>, target?: string) =>
  changesOf(after, target).map(({ type, key, action, asks }) => [`${type}.${key}`, action, asks])

test('the bundle of these tests has no finding', () => {
  expect(lintBundle(shop)).toEqual([])
})

test('a bundle against itself changes nothing', () => {
  expect(diffBundles(shop, shop)).toEqual({
    targets: [
      { target: 'dev', changes: [] },
      { target: 'prod', changes: [] },
    ],
    onlyBefore: [],
    onlyAfter: [],
    findings: [],
  })
})

test('another scheduling policy makes the synced table anew, without asking', () => {
  const [orders, items, ...rest] = changesOf(
    edited([
      'primary_key_columns: [order_id]\n      scheduling_policy: SNAPSHOT',
      'primary_key_columns: [order_id]\n      scheduling_policy: TRIGGERED',
    ]),
  )
  expect(rest).toEqual([])
  // It joins the pipeline of orders, which is another one then.
  expect(items).toMatchObject({
    key: 'st_items',
    action: 'recreate',
    fields: [
      {
        path: 'existing_pipeline_id',
        recreates: true,
        follows: 'postgres_synced_tables.st_orders',
      },
    ],
  })
  expect(orders).toMatchObject({
    type: 'postgres_synced_tables',
    key: 'st_orders',
    id: 'synced_tables/main.shop.orders',
    action: 'recreate',
    asks: false,
    fields: [
      { path: 'scheduling_policy', before: 'SNAPSHOT', after: 'TRIGGERED', recreates: true },
    ],
    resync: { tables: 1, rows: 40_000_000, usd: 12.5 },
    byHand: ['DROP TABLE IF EXISTS "shop"."orders";'],
    lost: [
      { sql: expect.stringContaining('CREATE INDEX'), replayed: true },
      { sql: 'GRANT SELECT ON TABLE "shop"."orders" TO "app";', replayed: true },
    ],
  })
  expect(orders?.fields[0]?.place).toMatchObject({ file: 'resources.yml', line: 28, column: 26 })
})

test('another number of compute units is a change in place, in the target that has it', () => {
  const after = edited(['max_cu:\n    default: 16', 'max_cu:\n    default: 8'])
  expect(short(after, 'dev')).toEqual([])
  expect(changesOf(after)).toMatchObject([
    {
      key: 'primary',
      action: 'inPlace',
      fields: [{ path: 'autoscaling_limit_max_cu', before: 16, after: 8, recreates: false }],
      byHand: [],
    },
  ])
})

test('another project id makes everything anew, and asks for what has data', () => {
  const after = edited(['project_id:\n    default: shop', 'project_id:\n    default: store'])
  expect(short(after)).toEqual([
    ['postgres_projects.shop', 'recreate', true],
    ['postgres_branches.production', 'recreate', true],
    ['postgres_endpoints.primary', 'recreate', false],
    ['postgres_synced_tables.st_orders', 'recreate', false],
    ['postgres_synced_tables.st_items', 'recreate', false],
  ])
})

test('another version of Postgres takes with it what the files leave as it is', () => {
  const [project] = changesOf(edited(['pg_version: 17', 'pg_version: 18']))
  expect(project).toMatchObject({
    action: 'recreate',
    takesWith: [
      'postgres_branches.production',
      'postgres_endpoints.primary',
      'postgres_synced_tables.st_orders',
      'postgres_synced_tables.st_items',
    ],
    // What the second costs is not known, so neither is the sum.
    resync: { tables: 2, rows: 40_001_000 },
  })
  expect(project?.resync).not.toHaveProperty('usd')
})

test('a new key for the same table is one table gone and one made', () => {
  const change = changesOf(edited(['st_items:', 'st_order_items:']))
  expect(change).toMatchObject([
    { key: 'st_order_items', renamedFrom: 'st_items', action: 'recreate', fields: [] },
  ])
})

test('a statement that the new SQL does not have is lost for good', () => {
  const after = edited(
    ['scheduling_policy: SNAPSHOT', 'scheduling_policy: TRIGGERED'],
    ['ALTER TABLE "shop"."items" OWNER TO "app";', ''],
  )
  expect(changesOf(after).map(({ lost }) => lost.map(({ replayed }) => replayed))).toEqual([
    [true, true],
    [false],
  ])
})

test('a resource that is gone is deleted, and its prevent_destroy with it', () => {
  const prevented = edited(['      pg_version: 17', '      lifecycle: { prevent_destroy: true }'])
  const renewed = diffBundles(prevented, edited(['      pg_version: 17', '      pg_version: 16']))
  expect(renewed.findings).toMatchObject([
    { ruleId: 'LB115', level: 'warn' },
    { ruleId: 'LB116', level: 'error', message: expect.stringContaining('prevent_destroy stops') },
    { ruleId: 'LB115', level: 'warn' },
    { ruleId: 'LB116', level: 'error' },
  ])
  const empty = new Map([['databricks.yml', 'bundle: { name: shop }\ntargets: { prod: {} }']])
  const { targets, onlyBefore, findings } = diffBundles(prevented, empty)
  expect(targets[0]?.changes.every(({ action }) => action === 'delete')).toBe(true)
  expect(onlyBefore).toEqual(['dev'])
  expect(findings).toContainEqual(
    expect.objectContaining({
      ruleId: 'LB116',
      message: expect.stringContaining('its block is gone'),
    }),
  )
})

test('a new resource is made, and its table synced', () => {
  const empty = new Map([['databricks.yml', 'bundle: { name: shop }\ntargets: { prod: {} }']])
  const { targets } = diffBundles(empty, shop, { facts })
  expect(targets[0]?.changes.find(({ key }) => key === 'st_items')).toMatchObject({
    action: 'create',
    asks: false,
    resync: { tables: 1, rows: 1000 },
    byHand: [],
  })
})
