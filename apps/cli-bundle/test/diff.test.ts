import { mkdtempSync, readFileSync } from 'node:fs'
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
