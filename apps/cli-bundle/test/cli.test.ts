import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lakebaseBundle, shop } from './run-built.js'

const workloads = resolve(import.meta.dirname, 'workloads')
const postSync = join(workloads, 'post-sync.yml')

test('an unknown option is refused with the nearest one', () => {
  const { code, stderr } = lakebaseBundle(['--confg', shop])
  expect(code).toBe(2)
  expect(stderr).toContain('--config')
})

test('a workload file that is not there is exit 3', () => {
  expect(lakebaseBundle(['--config', 'nowhere.yml', '--dry-run']).code).toBe(3)
})

test.each([
  { args: [], says: 'nothing says where to write' },
  { args: ['--check'], says: '--check needs the folder' },
  { args: ['--output', 'a.yml', '--output-dir', 'b'], says: 'leave out one of them' },
  { args: ['--dry-run', '--load-test-branch', 'soon'], says: 'not a duration' },
])('$args is wrong usage', ({ args, says }) => {
  const { code, stderr, stdout } = lakebaseBundle(['--config', shop, ...args])
  expect(code).toBe(2)
  expect(stderr).toContain(says)
  expect(stdout).toBe('')
})

test("the bundle at the root of this repository is what the sample's workload gives", () => {
  const { code, stderr } = lakebaseBundle([
    '--config',
    'examples/shop/workload.yml',
    '--output-dir',
    '.',
    '--check',
  ])
  expect(stderr).not.toContain('changed')
  expect(code).toBe(0)
})

test('help, the files of a dry run and its findings are as printed before', async () => {
  await expect(lakebaseBundle(['--help']).stdout).toMatchFileSnapshot('golden/help.txt')
  const run = lakebaseBundle(['--config', 'post-sync.yml', '--dry-run'], workloads)
  await expect(`${run.stdout}\n=== stderr\n${run.stderr}`).toMatchFileSnapshot(
    'golden/post-sync.txt',
  )
  const legacy = lakebaseBundle(
    ['--config', 'post-sync.yml', '--dry-run', '--product', 'provisioned-legacy'],
    workloads,
  )
  await expect(`${legacy.stdout}\n=== stderr\n${legacy.stderr}`).toMatchFileSnapshot(
    'golden/provisioned-legacy.txt',
  )
})

test('a second run writes nothing', () => {
  const folder = emptyFolder()
  const args = ['--config', postSync, '--output-dir', folder]
  expect(lakebaseBundle(args).code).toBe(0)
  const before = times(folder)
  const { code, stdout } = lakebaseBundle(args)
  expect(code).toBe(0)
  expect(stdout).not.toMatch(/^(new|changed|removed)/m)
  expect(times(folder)).toEqual(before)
  expect(lakebaseBundle([...args, '--check']).code).toBe(0)
})

test('--check exits 1 and writes nothing when the folder is not what the workload gives', () => {
  const folder = emptyFolder()
  const args = ['--config', postSync, '--output-dir', folder]
  const { code, stdout } = lakebaseBundle([...args, '--check'])
  expect(code).toBe(1)
  expect(stdout).toContain('new')
  expect(readdirSync(folder)).toEqual([])
})

test('a file that somebody else wrote stays, nothing else is written, and --force replaces it', () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'databricks.yml'), 'bundle: {name: theirs}\n')
  const args = ['--config', postSync, '--output-dir', folder]
  const { code, stderr } = lakebaseBundle(args)
  expect(code).toBe(3)
  expect(stderr).toContain('BG051')
  expect(readdirSync(folder)).toEqual(['databricks.yml'])
  expect(lakebaseBundle([...args, '--force']).code).toBe(0)
  expect(readFileSync(join(folder, 'databricks.yml'), 'utf8')).toContain('name: lakebase-orders')
})

test('--output writes the synced tables alone', () => {
  const file = join(emptyFolder(), 'synced_tables.yml')
  expect(lakebaseBundle(['--config', postSync, '--output', file]).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('st_shop_orders:')
})

test('a reader that has enough, such as head, ends it in silence', () => {
  const bin = resolve(import.meta.dirname, '../bin/lakebase-bundle.js')
  const line = `"${process.execPath}" "${bin}" preflight --config "${shop}" | head -n 1`
  const { stdout, stderr } = spawnSync(line, { shell: true, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout.split('\n')).toHaveLength(2)
})

test('two sources that would be one table are refused, in JSON too', () => {
  const args = ['--config', join(workloads, 'collision.yml'), '--dry-run', '--json']
  const { code, stdout } = lakebaseBundle(args)
  expect(code).toBe(3)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, exit: { code: 3 } })
  expect(stdout).toMatch(/BG036|LB027/)
})

test('what a table cannot have is told with its place in the workload', () => {
  const { code, stderr } = lakebaseBundle(['--config', 'public-grant.yml', '--dry-run'], workloads)
  expect(code).toBe(3)
  expect(stderr).toContain('error[BG041]')
  expect(stderr).toContain('public-grant.yml:6:13')
  expect(stderr).not.toContain('BG043')
})

test('--json holds every file with its text and its fate', () => {
  const { stdout } = lakebaseBundle(['--config', postSync, '--dry-run', '--json'])
  const { ok, files, findings, exit } = JSON.parse(stdout)
  expect(ok).toBe(true)
  expect(exit.code).toBe(0)
  expect(files).toContainEqual({
    path: 'databricks.yml',
    status: 'new',
    text: expect.stringContaining('bundle:'),
  })
  expect(Array.isArray(findings)).toBe(true)
})

test("--schema tells a file that does not fit the user's JSON Schema", () => {
  const schema = join(emptyFolder(), 'schema.json')
  const args = ['--config', postSync, '--dry-run', '--schema', schema]
  writeFileSync(schema, '{"type":"object"}')
  expect(lakebaseBundle(args).code).toBe(0)
  writeFileSync(schema, '{"type":"object","properties":{"bundle":{"required":["uuid"]}}}')
  const { code, stderr } = lakebaseBundle(args)
  expect(code).toBe(3)
  expect(stderr).toContain("databricks.yml: /bundle must have required property 'uuid'")
})

test('a load-test branch deletes itself after its time', () => {
  const { stdout } = lakebaseBundle(['--config', postSync, '--dry-run', '--load-test-branch', '7d'])
  expect(stdout).toContain('ttl: 604800s')
})

test('production gets the size that an estimate of the same workload finds', () => {
  const { stdout } = lakebaseBundle(['--config', shop, '--dry-run'])
  expect(stdout).toMatch(/min_cu:\n.*\n\s+default: 8\n\s+max_cu:\n.*\n\s+default: 24\n/)
})

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lakebase-bundle-'))
}

function times(folder: string): readonly (readonly [string, number])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, statSync(join(folder, name)).mtimeMs] as const)
}
