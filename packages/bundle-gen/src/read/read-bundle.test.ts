import { expect, test } from 'vitest'
import { plainOf, valueAt } from './bundle-value.js'
import { globMatcher } from './glob.js'
import { readBundle } from './read-bundle.js'
import { referencesIn } from './references.js'
import { targetViews } from './target-view.js'

function views(files: Readonly<Record<string, string>>) {
  return targetViews(readBundle(new Map(Object.entries(files))))
}

test('each target sees its own variables, in values that come from other files', () => {
  const [dev, prod] = views({
    'databricks.yml': `
include: [resources/*.yml]
variables: { id: { default: shop }, size: { default: 4 } }
targets:
  dev: { variables: { id: shop-dev } }
  prod: { variables: { size: { default: 8 } } }`,
    'resources/lakebase.yml': `
resources:
  postgres_projects: { p: { project_id: "\${var.id}", display_name: "of \${bundle.target}" } }
  postgres_endpoints: { e: { parent: "\${resources.postgres_projects.p.id}/x", autoscaling_limit_max_cu: "\${var.size}" } }`,
  })
  const plain = (view: typeof dev, type: string, key: string) => {
    const found = view?.find(type, key)
    return found && plainOf(found.value)
  }
  expect(plain(dev, 'postgres_projects', 'p')).toEqual({
    project_id: 'shop-dev',
    display_name: 'of dev',
  })
  // A number stays a number.
  expect(plain(dev, 'postgres_endpoints', 'e')).toEqual({
    parent: 'projects/shop-dev/x',
    autoscaling_limit_max_cu: 4,
  })
  expect(plain(prod, 'postgres_endpoints', 'e')).toMatchObject({ autoscaling_limit_max_cu: 8 })
})

test('an override of a target is joined field by field, and points to where it stands', () => {
  const [view] = views({
    'databricks.yml': `resources:
  database_instances: { i: { name: shop, capacity: CU_1 } }
targets:
  prod:
    resources:
      database_instances: { i: { capacity: CU_4 } }`,
  })
  const capacity = valueAt(view?.find('database_instances', 'i')?.value, 'capacity')
  expect(capacity && plainOf(capacity)).toBe('CU_4')
  expect(capacity?.at.source.place(capacity.at.start, capacity.at.end).line).toBe(6)
})

test('anchors and merge keys are followed, own keys win', () => {
  const [view] = views({
    'databricks.yml': `
defaults: &defaults { scheduling_policy: SNAPSHOT, postgres_database: shop }
resources:
  postgres_synced_tables:
    t: { <<: *defaults, scheduling_policy: TRIGGERED }`,
  })
  const table = view?.find('postgres_synced_tables', 't')?.value
  expect(table && plainOf(table)).toEqual({
    scheduling_policy: 'TRIGGERED',
    postgres_database: 'shop',
  })
})

test('what only a workspace knows stays as written', () => {
  const [view] = views({
    'databricks.yml': `resources: { postgres_projects: { p: { project_id: "shop-\${workspace.current_user.short_name}" } } }`,
  })
  expect(plainOf(view?.find('postgres_projects', 'p')?.value ?? expect.fail())).toEqual({
    project_id: `shop-\${workspace.current_user.short_name}`,
  })
})

test.each([
  [{}, 'there is no databricks.yml'],
  [{ 'databricks.yml': 'include: [a.yml]' }, 'there is no file a.yml to include'],
  [{ 'databricks.yml': 'include: [../a.yml]' }, '../a.yml lies outside the folder'],
  [{ 'databricks.yml': 'include: [a.md]', 'a.md': '' }, 'a.md is included and is no .yml'],
  [{ 'databricks.yml': 'include: [a.yml]', 'a.yml': 'include: [b.yml]' }, 'in the root file only'],
  [{ 'databricks.yml': '- a' }, 'a bundle is a map'],
  [{ 'databricks.yml': 'a: *b' }, 'has no anchor "&b" before it'],
  [{ 'databricks.yml': 'a: 1\n---\nb: 2' }, 'a second document'],
])('%j: %s', (files: Readonly<Record<string, string>>, message) => {
  const { findings } = readBundle(new Map(Object.entries(files)))
  expect(findings.map((finding) => finding.message).join()).toContain(message)
})

test.each([
  ['resources/*.yml', 'resources/a.yml', true],
  ['resources/*.yml', 'resources/deep/a.yml', false],
  ['**/*.yml', 'a/b.yml', true],
  ['res[ab]urces/?.yml', 'resources/a.yml', false],
  ['r[a-f]s/?.yml', 'res/a.yml', true],
  ['a+b.yml', 'a+b.yml', true],
  ['[z-a].yml', 'z.yml', false],
])('%s takes %s: %s', (pattern, path, taken) => {
  expect(globMatcher(pattern)(path)).toBe(taken)
})

test.each([
  [`a \${var.b} c`, [['var', 'b']]],
  [`\${resources.jobs.j.tasks[0].task_key}`, [['resources', 'jobs', 'j', 'tasks[0]', 'task_key']]],
  [`\${a\${var.b}}`, [undefined, ['var', 'b']]],
  [`\${var.1a} \${var..b} \${} \${open`, [undefined, undefined, undefined, undefined]],
])('%s holds the references %j', (text, paths) => {
  expect(referencesIn(text).map(({ path }) => path)).toEqual(paths)
})
