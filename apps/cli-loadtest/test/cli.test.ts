import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lintBundle } from '@lakebase/bundle-gen'
import { expect, test } from 'vitest'
import { program } from '../src/program.js'
import { schemaErrors } from './published-schema.js'
import { lakebaseLoadtest } from './run-built.js'
import { shopFolder } from './shop.js'

const names = program.commands.map(({ name }) => name.split(' ')[0] ?? '')

test('help is as printed before', async () => {
  await expect(lakebaseLoadtest(['--help'], '.').stdout).toMatchFileSnapshot('golden/help.txt')
})

test.each(names)('the help of %s is as printed before', async (name) => {
  const { stdout } = lakebaseLoadtest([name, '--help'], '.')
  await expect(stdout).toMatchFileSnapshot(`golden/help-${name}.txt`)
})

const CLOSED_PORT = { PGHOST: '127.0.0.1', PGPORT: '1', PGUSER: 'nobody' }

test.each([
  { args: ['run', 'nowhere.yml'], code: 3, says: 'no such file' },
  { args: ['run', '--pgbench', 'select-only'], code: 2, says: 'how much load' },
  { args: ['run'], code: 2, says: 'which database to test' },
  { args: ['run', '--rate', '5', '--clients', '2'], code: 2, says: 'a closed one' },
  { args: ['run', '--slo', 'p99=10'], code: 2, says: 'is no objective' },
  { args: ['run', '--slo', 'nothing:p99=10ms'], code: 2, says: 'does not have' },
  { args: ['run', '--embedded', '--lakebase', 'x'], code: 2, says: 'one database at a time' },
  { args: ['run', '--scale', '2'], code: 2, says: '--scale is of --embedded' },
  { args: ['run', '--url', 'postgres://a:hunter2@h/d'], code: 2, says: 'PGPASSWORD' },
  { args: ['run', '-o', 'run.pdf'], code: 2, says: 'names no format' },
  { args: ['run', '--cu', '4'], code: 2, says: 'needs to know where' },
  { args: ['run', '--shard', '4/4'], code: 2, says: 'is no shard' },
  { args: ['run', '--start-at', '2020-01-01T00:00:00Z'], code: 2, says: 's ago' },
  { args: ['run', '--ratee', '5'], code: 2, says: 'did you mean --rate' },
  { args: ['sweep', '--calibrate', 'c.json'], code: 2, says: 'add --cu' },
  { args: ['sweep', '--measures', 'reads'], code: 2, says: 'is of --calibrate' },
  { args: ['sweep', '--resolution', '2'], code: 2, says: 'is no share' },
  { args: ['compare', 'a.json', 'b.json'], code: 3, says: 'a.json' },
  { args: ['merge'], code: 2, says: 'nothing to merge' },
  { args: ['merge', 'loadtest.yml'], code: 3, says: 'is not JSON' },
  { args: ['job', '--results', '/tmp'], code: 2, says: 'which database' },
  { args: ['job', '--lakebase', 'a', '--cluster', 'classic'], code: 2, says: '--node-type' },
  { args: ['job', '--lakebase', 'a', '--node-type', 'm'], code: 2, says: 'of --cluster classic' },
])('$args is refused with exit $code', ({ args, code, says }) => {
  const ended = lakebaseLoadtest(args, shopFolder())
  expect(ended.stderr).toContain(says)
  expect(ended.stderr).not.toContain('hunter2')
  expect(ended.stdout).toBe('')
  expect(ended.code).toBe(code)
})

test('a database that is not there is exit 5, in JSON too', () => {
  const ended = lakebaseLoadtest(['run', '--json'], shopFolder(), CLOSED_PORT)
  expect(JSON.parse(ended.stdout)).toMatchObject({
    ok: false,
    errors: [{ ruleId: 'LOADTEST_CONNECT' }],
    exit: { code: 5 },
  })
  expect(ended.code).toBe(5)
})

test('everything that is wrong in a scenario is told at once, with its place', () => {
  const folder = shopFolder()
  writeFileSync(
    join(folder, 'loadtest.yml'),
    'scripts:\n  a: { file: missing.sql }\n  b: SELECT :unknown\nload: { rate: 5/s, duration: 1s }\n',
  )
  const { code, stderr } = lakebaseLoadtest(['run', '--embedded'], folder)
  expect(code).toBe(3)
  expect(stderr).toContain('loadtest.yml:2:')
  expect(stderr).toContain('missing.sql')
  expect(stderr).toContain('loadtest.yml:3:')
  expect(stderr).toContain('unknown')
})

test('job writes a bundle that the linter of bundles has nothing against, with the scenario in it', () => {
  const folder = shopFolder()
  const args = ['job', '--shards', '3', '--results', '/Volumes/main/loadtest/results']
  const named = [...args, '--lakebase', 'projects/shop/branches/test/endpoints/primary']
  const { code, stdout } = lakebaseLoadtest([...named, '--target-dir', 'bundle'], folder)
  expect(code).toBe(0)
  const written = [...stdout.matchAll(/^ {2}(\S+)$/gm)].map(([, path]) => path ?? '')
  expect(written).toEqual([
    'databricks.yml',
    'resources/loadtest_job.yml',
    'loadtest/run_node.py',
    'loadtest/loadtest.yml',
  ])
  const files = new Map(
    written.map((path) => [path, readFileSync(join(folder, 'bundle', path), 'utf8')] as const),
  )
  expect(lintBundle(files)).toEqual([])
  expect(files.get('loadtest/loadtest.yml')).toBe(
    readFileSync(join(folder, 'loadtest.yml'), 'utf8'),
  )
  const again = lakebaseLoadtest([...named, '--target-dir', 'bundle', '--json'], folder)
  expect(schemaErrors('job', again.stdout)).toEqual([])
  expect(again.code).toBe(0)
})
