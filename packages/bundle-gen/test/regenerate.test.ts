import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type BundleSpec, generateBundle, regenerateBundle } from '../src/index.js'
import { legacySpec, shopSpec, table } from './shop-spec.js'

const TABLES = 'resources/synced_delta_tables.yml'
const JOBS = 'resources/sync_schedules.yml'

test.each([shopSpec, legacySpec])('a second run changes no byte ($database.product)', (spec) => {
  const files = generateBundle(spec)
  const again = regenerateBundle(spec, files)
  expect(again.changes).toEqual([])
  expect(again.files).toEqual(files)
  expect(again.removed).toEqual([])
})

test('comments, keys and resources of the user survive, and a further run changes nothing', () => {
  const files = edited(generateBundle(shopSpec), {
    [TABLES]: [
      ['resources:\n', '# why we sync at all\nresources:\n'],
      ['    st_shop_orders:\n', '    # the one that matters\n    st_shop_orders:\n'],
      [
        'scheduling_policy: CONTINUOUS\n',
        'scheduling_policy: CONTINUOUS\n      lifecycle:\n        prevent_destroy: true # never again\n',
      ],
    ],
    'databricks.yml': [
      ['variables:\n', 'variables:\n  mine:\n    default: 1 # a number\n'],
      ['    workspace:\n', '    workspace:\n      host: https://mine.example.com\n'],
      ['targets:\n', 'targets:\n  staging:\n    mode: development\n'],
    ],
    [JOBS]: [
      ['  jobs:\n', '  jobs:\n    my_job:\n      name: mine # by hand\n'],
      ['            job_id:', '            job_parameters: {a: b}\n            job_id:'],
    ],
  })
  const changed = withMinCu(shopSpec, 10)
  const first = regenerateBundle(changed, files)
  expect(first.findings).toEqual([])
  expect(first.changes).toEqual([
    { file: 'databricks.yml', kind: 'changed', path: 'variables.min_cu.default' },
  ])
  const text = [...first.files.values()].join('\n')
  for (const own of [
    '# why we sync at all',
    '# the one that matters',
    'prevent_destroy: true # never again',
    'default: 1 # a number',
    'host: https://mine.example.com',
    'staging:',
    'name: mine # by hand',
    'job_parameters: {a: b}',
  ]) {
    expect(text).toContain(own)
  }
  expect(regenerateBundle(changed, first.files)).toMatchObject({ files: first.files, changes: [] })
})

test('what the workload lost goes, what the user wrote beside it stays', () => {
  const [sales, live] = shopSpec.pipelines
  const fewer: BundleSpec = {
    ...shopSpec,
    pipelines: [sales, live].flatMap((pipeline) =>
      pipeline === undefined || pipeline.name === 'live'
        ? []
        : [{ ...pipeline, tables: pipeline.tables.slice(1) }],
    ),
  }
  const files = edited(generateBundle(shopSpec), {
    [TABLES]: [
      [
        '  postgres_synced_tables:\n',
        '  postgres_synced_tables:\n    st_mine:\n      synced_table_id: a.b.c\n',
      ],
    ],
  })
  const { files: after, changes } = regenerateBundle(fewer, files)
  const tables = parse(after.get(TABLES) ?? '').resources.postgres_synced_tables
  expect(Object.keys(tables)).toEqual(['st_mine', 'st_shop_order_items'])
  expect(tables.st_shop_order_items).not.toHaveProperty('existing_pipeline_id')
  expect(tables.st_shop_order_items).toHaveProperty('new_pipeline_spec')
  expect(changes.filter(({ kind }) => kind === 'removed').map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'resources.postgres_synced_tables.st_shop_orders',
      'resources.postgres_synced_tables.st_shop_inventory',
    ]),
  )
})

test('a bundle without schedules loses the file of jobs, unless a job of the user is in it', () => {
  const idle: BundleSpec = {
    ...shopSpec,
    pipelines: [{ name: 'live', policy: 'CONTINUOUS', tables: [table('main.shop.inventory')] }],
  }
  const files = generateBundle(shopSpec)
  const { removed, files: after } = regenerateBundle(idle, files)
  expect(removed).toEqual([JOBS, 'sql/post_sync.sql', 'src/run_post_sync.py'])
  expect([...after.keys()]).toEqual([...generateBundle(idle).keys()])

  const mine = edited(files, {
    [JOBS]: [['  jobs:\n', '  jobs:\n    my_job:\n      name: mine\n']],
  })
  const kept = regenerateBundle(idle, mine).files.get(JOBS) ?? ''
  expect(parse(kept)).toEqual({ resources: { jobs: { my_job: { name: 'mine' } } } })
})

test("a resource without its marker is the user's, and so is a line that says keep", () => {
  const files = edited(generateBundle(shopSpec), {
    [TABLES]: [
      ['shop.orders # generated', 'shop.my_orders'],
      ['scheduling_policy: CONTINUOUS', 'scheduling_policy: TRIGGERED # keep'],
    ],
  })
  const { files: after, changes } = regenerateBundle(shopSpec, files)
  expect(after.get(TABLES)).toBe(files.get(TABLES))
  expect(changes).toEqual([
    {
      file: TABLES,
      kind: 'kept',
      path: 'resources.postgres_synced_tables.st_shop_orders',
      why: 'it has no "# generated"',
    },
    {
      file: TABLES,
      kind: 'kept',
      path: 'resources.postgres_synced_tables.st_shop_inventory.scheduling_policy',
      why: 'its line says "# keep"',
    },
  ])
})

test('without high availability the group goes from prod, and its comment with it', () => {
  const { haComputes: _, ...database } = autoscaling(shopSpec)
  const { files } = regenerateBundle({ ...shopSpec, database }, generateBundle(shopSpec))
  expect(files.get('databricks.yml')).toBe(
    generateBundle({ ...shopSpec, database }).get('databricks.yml'),
  )
})

test('a change of the schedule writes the comment of its pipeline anew', () => {
  const spec: BundleSpec = {
    ...shopSpec,
    pipelines: shopSpec.pipelines.map((one) =>
      one.name === 'sales' ? { ...one, schedule: { everySeconds: 3600 } } : one,
    ),
  }
  expect(regenerateBundle(spec, generateBundle(shopSpec)).files).toEqual(generateBundle(spec))
})

test('SQL of the user below our last line is kept', () => {
  const files = generateBundle(shopSpec)
  files.set('sql/post_sync.sql', `${files.get('sql/post_sync.sql')}\nANALYZE shop.orders;\n`)
  const { files: after, changes } = regenerateBundle(shopSpec, files)
  expect(changes).toEqual([])
  expect(after.get('sql/post_sync.sql')).toContain('\nANALYZE shop.orders;\n')
})

test('a file that we did not write is left alone with a finding, and replaced by force', () => {
  const disk = new Map([['databricks.yml', 'bundle:\n  name: theirs\n']])
  const { files, findings } = regenerateBundle(shopSpec, disk)
  expect(files.get('databricks.yml')).toBe('bundle:\n  name: theirs\n')
  expect(findings).toMatchObject([{ ruleId: 'BG051', file: 'databricks.yml' }])
  expect(regenerateBundle(shopSpec, disk, { force: true }).files).toEqual(generateBundle(shopSpec))
})

test('a file of ours that is no YAML any more is left alone, with its place', () => {
  const files = edited(generateBundle(shopSpec), { [TABLES]: [['resources:\n', 'resources: [\n']] })
  const { files: after, findings } = regenerateBundle(shopSpec, files)
  expect(after.get(TABLES)).toBe(files.get(TABLES))
  expect(findings).toMatchObject([{ ruleId: 'BG050', file: TABLES, line: expect.any(Number) }])
})

function edited(
  files: ReadonlyMap<string, string>,
  edits: Record<string, readonly (readonly [string, string])[]>,
): Map<string, string> {
  const after = new Map(files)
  for (const [path, replacements] of Object.entries(edits)) {
    for (const [from, to] of replacements) {
      const text = after.get(path) ?? ''
      expect(text, `${path} holds ${from}`).toContain(from)
      after.set(path, text.replace(from, to))
    }
  }
  return after
}

function autoscaling({ database }: BundleSpec) {
  if (database.product !== 'autoscaling') throw new Error('not an Autoscaling spec')
  return database
}

function withMinCu(spec: BundleSpec, minCu: number): BundleSpec {
  return { ...spec, database: { ...autoscaling(spec), minCu } }
}
