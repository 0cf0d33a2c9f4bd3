import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lakebaseBundle } from './run-built.js'

const here = join(import.meta.dirname, 'lint')
const golden = (name: string) => join(import.meta.dirname, 'golden', name)

test('findings in a terminal: exit 1, the result on stdout', async () => {
  const { code, stdout, stderr } = lakebaseBundle(
    ['lint', 'broken', '--tables', 'tables.json'],
    here,
  )
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  await expect(stdout).toMatchFileSnapshot(golden('lint.txt'))
})

test('the same as JSON and as a page of Markdown', async () => {
  const { code, stdout } = lakebaseBundle(['lint', 'broken', '--json'], here)
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    schemaVersion: 1,
    folder: 'broken',
    findings: expect.arrayContaining([
      expect.objectContaining({
        ruleId: 'LB101',
        file: 'broken/databricks.yml',
        line: 9,
        column: 19,
      }),
    ]),
    exit: { code: 1 },
  })
  const file = join(mkdtempSync(join(tmpdir(), 'lakebase-lint-')), 'findings.md')
  expect(lakebaseBundle(['lint', 'broken', '-o', file], here).code).toBe(1)
  await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot(golden('lint.md'))
})

test('a bundle that we wrote has no finding', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-lint-'))
  for (const product of ['autoscaling', 'provisioned-legacy']) {
    const dir = join(folder, product)
    const config = ['--config', 'examples/shop/workload.yml', '--product', product]
    expect(lakebaseBundle([...config, '--output-dir', dir]).code).toBe(0)
    expect(lakebaseBundle(['lint', dir])).toEqual({
      code: 0,
      stdout: `${dir}: no findings of 19 rules\n`,
      stderr: '',
    })
  }
})

test('the bundle at the root of this repository has no finding', () => {
  expect(lakebaseBundle(['lint'])).toEqual({
    code: 0,
    stdout: '.: no findings of 19 rules\n',
    stderr: '',
  })
})

test('a warning is no reason to fail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-lint-'))
  writeFileSync(join(folder, 'databricks.yml'), 'targets: { prod: { mode: production } }')
  const { code, stdout } = lakebaseBundle(['lint'], folder)
  expect(code).toBe(0)
  expect(stdout).toContain('warn[LB111]')
})

test.each([
  [['lint', 'nowhere'], 3, 'there is no such folder'],
  [['lint', 'broken/databricks.yml'], 3, 'cannot be read as a folder'],
  [['lint', '.', '--tables', 'broken/databricks.yml'], 3, 'cannot be read as JSON'],
  [['lint', '.', '-o', 'a.pdf'], 2, 'names no format'],
  [['explain', 'LB200'], 2, 'there is no rule LB200'],
])('%j ends with %i', (args, exit, message) => {
  const { code, stdout, stderr } = lakebaseBundle(args, here)
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
  expect(stderr).toContain(message)
})

test('a folder without a bundle is told so', () => {
  const { code, stdout } = lakebaseBundle(['lint', '.'], mkdtempSync(join(tmpdir(), 'lint-')))
  expect(code).toBe(1)
  expect(stdout).toContain('error[LB100]: there is no databricks.yml')
})

test('explain tells why, with an example wrong and right; rules of workloads too', async () => {
  const { code, stdout } = lakebaseBundle(['explain', 'lb103'])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot(golden('explain.txt'))
  expect(lakebaseBundle(['explain', 'LB014']).stdout).toMatch(/^LB014 {2}\w/)
  expect(lakebaseBundle(['explain', 'BG036']).stdout).toMatch(/^BG036 {2}\w/)
  expect(JSON.parse(lakebaseBundle(['explain', 'LB103', '--json']).stdout)).toMatchObject({
    id: 'LB103',
    asOf: '2026-09-11',
  })
})
