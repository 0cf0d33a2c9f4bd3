import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type FakeWorkspace,
  runBuiltBeside,
  type SqlAnswer,
  startFakeWorkspace,
} from '@lakebase/testing'
import { afterEach, expect, test } from 'vitest'
import { bin, lakebaseBundle } from './run-built.js'

const workload = resolve(import.meta.dirname, 'workloads/post-sync.yml')

const running: FakeWorkspace[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()))
})

/** What a warehouse answers, by the beginning of the statement. */
const GOOD: Readonly<Record<string, SqlAnswer>> = {
  'DESCRIBE TABLE': rows(
    ['col_name', 'data_type'],
    [
      ['order_id', 'bigint'],
      ['note', 'string'],
    ],
  ),
  'DESCRIBE DETAIL': rows(
    ['format', 'sizeInBytes', 'properties'],
    [['delta', '4200000000', '{"delta.enableChangeDataFeed":"true"}']],
  ),
  'SELECT count(*) AS row_count': rows(
    ['row_count', 'null_keys', 'nul_rows', 'widest_text'],
    [['90000000', '0', '0', '240']],
  ),
  'SELECT count(*) AS duplicate_keys': rows(['duplicate_keys'], [['0']]),
}

test('without --run the statements are printed and nobody is asked', async () => {
  const { code, stdout } = lakebaseBundle(['preflight', '--config', workload])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot('golden/preflight.sql')
})

test('with --run a warehouse answers, and what it says is told', async () => {
  const { code, stdout, stderr, fake } = await preflight({})
  expect(stdout).toMatch(/main\.shop\.orders +90,000,000 +4,200,000,000 +240 +on +0/)
  expect(stderr).toContain(`asking ${fake.host}`)
  expect(stdout + stderr).not.toContain(fake.pat)
  expect(code).toBe(0)
})

test('duplicate keys and a byte 0x00 are errors: exit 1', async () => {
  const { code, stdout, stderr } = await preflight({
    'SELECT count(*) AS row_count': rows(
      ['row_count', 'null_keys', 'nul_rows', 'widest_text'],
      [['10', '2', '1', '5']],
    ),
    'SELECT count(*) AS duplicate_keys': rows(['duplicate_keys'], [['3']]),
  })
  expect(code).toBe(1)
  for (const rule of ['BG085', 'BG086', 'BG087']) expect(stderr).toContain(rule)
  expect(stdout).toMatch(/on +3\n/)
})

test('a source that is not there is told by name, in JSON too', async () => {
  const missing = {
    error: {
      error_code: 'BAD_REQUEST',
      message: '[TABLE_OR_VIEW_NOT_FOUND] main.shop.orders cannot be found',
    },
  } as const
  const { code, stdout } = await preflight({ 'DESCRIBE TABLE': missing }, ['--json'])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    tables: [{ source: 'main.shop.orders', findings: [{ ruleId: 'BG080' }] }],
  })
})

test('with no workspace configured, --run is exit 4 and says what to set', async () => {
  const { code, stderr } = lakebaseBundle(['preflight', '--config', workload, '--run'], tmpdir())
  expect(code).toBe(4)
  expect(stderr).toContain('DATABRICKS_HOST')
})

async function preflight(
  instead: Readonly<Record<string, SqlAnswer>>,
  args: readonly string[] = [],
) {
  const answers = { ...GOOD, ...instead }
  const fake = await startFakeWorkspace({
    sql: (statement) => {
      const key = Object.keys(answers).find((one) => statement.startsWith(one))
      const answer = key === undefined ? undefined : answers[key]
      if (answer === undefined) throw new Error(`not recorded: ${statement}`)
      return answer
    },
  })
  running.push(fake)
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-preflight-'))
  writeFileSync(join(folder, 'ca.pem'), fake.ca ?? '')
  const env = {
    HOME: folder,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    DATABRICKS_HOST: fake.host,
    DATABRICKS_TOKEN: fake.pat,
    DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/fake-warehouse',
  }
  const ended = await runBuiltBeside(bin, ['preflight', '--config', workload, '--run', ...args], {
    cwd: folder,
    env,
  })
  return { ...ended, fake }
}

function rows(columns: readonly string[], values: readonly (readonly string[])[]): SqlAnswer {
  return { columns: columns.map((name) => ({ name, type_name: 'STRING' })), rows: values }
}
