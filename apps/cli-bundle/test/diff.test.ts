import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lakebaseBundle, shop } from './run-built.js'

const here = join(import.meta.dirname, 'diff')
const golden = (name: string) => join(import.meta.dirname, 'golden', name)
const compare = ['diff', 'before', 'after', '--tables', 'tables.json']

test('a changed policy and a changed size in a terminal', async () => {
  const { code, stdout, stderr } = lakebaseBundle(compare, here)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(stdout).toMatchFileSnapshot(golden('diff.txt'))
})

test.each(['md', 'json'])('the same as %s, of one target', async (format) => {
  const file = join(mkdtempSync(join(tmpdir(), 'lakebase-diff-')), `diff.${format}`)
  expect(lakebaseBundle([...compare, '--target', 'prod', '-o', file], here).code).toBe(0)
  await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot(golden(`diff.${format}`))
})

test('rows and list price of a sync come from the workload', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-diff-'))
  const [old, changed] = [join(folder, 'old'), join(folder, 'new')]
  for (const dir of [old, changed]) {
    expect(lakebaseBundle(['--config', shop, '--output-dir', dir]).code).toBe(0)
  }
  const tables = join(changed, 'resources/synced_delta_tables.yml')
  const text = readFileSync(tables, 'utf8')
  writeFileSync(tables, text.replace('scheduling_policy: TRIGGERED', 'scheduling_policy: SNAPSHOT'))
  const args = ['diff', old, changed, '--target', 'prod', '--workload', shop]
  expect(lakebaseBundle(args).stdout).toContain('12,000,000 rows, price not known')
  // 10 minutes to start and 12 million rows at 32,000 a second, 2.14 DBU an hour of $0.35.
  expect(lakebaseBundle([...args, '--cu', '16']).stdout).toContain('12,000,000 rows, about $0.20')
})

test('prevent_destroy stops a deployment: exit 1, and the finding with its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-diff-'))
  const project = (version: number) =>
    `resources: { postgres_projects: { p: { project_id: p, pg_version: ${version}, lifecycle: { prevent_destroy: true } } } }`
  for (const version of [16, 17]) {
    mkdirSync(join(folder, String(version)))
    writeFileSync(join(folder, `${version}/databricks.yml`), project(version))
  }
  const { code, stdout } = lakebaseBundle(['diff', '16', '17'], folder)
  expect(code).toBe(1)
  expect(stdout).toContain('stopped: by lifecycle.prevent_destroy')
  expect(stdout).toContain('error[LB116]')
})

test('nothing changes between a bundle and itself', () => {
  expect(lakebaseBundle(['diff', 'before', 'before'], here)).toEqual({
    code: 0,
    stdout: 'Target dev: nothing changes\n\nTarget prod: nothing changes\n',
    stderr: '',
  })
})

test.each([
  [['diff', 'before'], 2, 'missing required args'],
  [['diff', 'before', 'nowhere'], 3, 'there is no such folder'],
  [['diff', 'before', '../lint'], 3, 'there is no databricks.yml'],
  [['diff', 'before', 'after', '--target', 'prd'], 2, 'did you mean prod?'],
  [['diff', 'before', 'after', '--cu', '8'], 2, 'add --workload'],
  [['diff', 'before', 'after', '--workload', shop, '--cu', 'many'], 2, 'not a number'],
])('%j ends with %i', (args, exit, message) => {
  const { code, stdout, stderr } = lakebaseBundle(args, here)
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
  expect(stderr).toContain(message)
})
