import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type FakeWorkspace,
  type FakeWorkspaceOptions,
  startFakeWorkspace,
} from '@lakebase/testing'
import { afterEach, expect, test } from 'vitest'
import { forbidden, notFound, shop, warehouse } from './fake-warehouse.js'
import { credentials, lakebaseEstimate, workFolder } from './run-measuring.js'

const running: FakeWorkspace[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()))
})

async function start(options: FakeWorkspaceOptions = {}) {
  const fake = await startFakeWorkspace({ sql: warehouse(shop), ...options })
  running.push(fake)
  return { fake, cwd: workFolder(fake) }
}

const statements = (fake: FakeWorkspace) =>
  fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/statements'))
    .length
const golden = (name: string) => join(import.meta.dirname, 'golden', name)
const still = (text: string, fake: FakeWorkspace) =>
  text
    .replaceAll(fake.host, 'https://dbc.example')
    .replace(/^(Next +)node \S+/m, '$1lakebase-estimate')

test('credentials in the environment: it measures by itself and says whom it asks', async () => {
  const { fake, cwd } = await start()
  const { code, stdout, stderr } = await lakebaseEstimate([], cwd, credentials(fake))
  await expect(still(`${stderr}\n${stdout}`, fake)).toMatchFileSnapshot(golden('measured.txt'))
  expect(code).toBe(0)
  expect(stdout + stderr).not.toContain(fake.pat)
})

test('a second run asks nothing, also without credentials; --refresh asks again', async () => {
  const { fake, cwd } = await start()
  const first = await lakebaseEstimate(['--json'], cwd, credentials(fake))
  const asked = statements(fake)
  expect(asked).toBe(40)
  const second = await lakebaseEstimate(['--json'], cwd, credentials(fake))
  const third = await lakebaseEstimate(['--json'], cwd, {})
  expect(statements(fake)).toBe(asked)
  expect([second.stderr, third.stderr]).toEqual(['', ''])
  expect(JSON.parse(second.stdout).tables).toEqual(JSON.parse(first.stdout).tables)
  expect(JSON.parse(third.stdout).tables).toEqual(JSON.parse(first.stdout).tables)
  await lakebaseEstimate(['--refresh'], cwd, credentials(fake))
  expect(statements(fake)).toBe(2 * asked)
})

test('a .env in the folder is enough; --no-measure leaves it and the lock file aside', async () => {
  const { fake, cwd } = await start()
  const lines = Object.entries(credentials(fake)).map(([name, value]) => `${name}="${value}"`)
  writeFileSync(join(cwd, '.env'), lines.join('\n'))
  const without = await lakebaseEstimate(['--no-measure', '--json'], cwd, {})
  expect(fake.requests).toEqual([])
  expect(sources(without.stdout)).toEqual(['config'])
  const measured = await lakebaseEstimate(['--json'], cwd, {})
  expect(sources(measured.stdout)).toEqual(['measured'])
  expect(measured.stderr).toContain('DATABRICKS_TOKEN (.env)')
  const after = await lakebaseEstimate(['--no-measure', '--json'], cwd, {})
  expect(sources(after.stdout)).toEqual(['config'])
})

test('the names of the old accelerator work too', async () => {
  const { fake, cwd } = await start()
  const { stdout } = await lakebaseEstimate(['--json'], cwd, {
    DATABRICKS_SERVER_HOSTNAME: fake.host,
    DATABRICKS_ACCESS_TOKEN: fake.pat,
    DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/fake-warehouse',
  })
  expect(sources(stdout)).toEqual(['measured'])
})

test('--measure without credentials is exit 4, with what to set', async () => {
  const { cwd } = await start()
  const { code, stdout, stderr } = await lakebaseEstimate(['--measure'], cwd, {})
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
  expect(stderr).toMatch(/error\[LB055\]: not measured: no workspace is configured/)
  expect(stderr).toMatch(/help: Set DATABRICKS_HOST/)
})

test('a wrong token: exit 4 for who insists, a warning for who does not; never shown', async () => {
  const { fake, cwd } = await start()
  const env = { ...credentials(fake), DATABRICKS_TOKEN: 'wrong-and-secret' }
  const insisting = await lakebaseEstimate(['--measure'], cwd, env)
  expect(insisting.code).toBe(4)
  const quiet = await lakebaseEstimate(['--json'], cwd, env)
  expect(quiet.code).toBe(0)
  expect(findings(quiet.stdout, 'LB055')).toHaveLength(1)
  for (const text of [insisting.stderr, quiet.stdout, quiet.stderr]) {
    expect(text).not.toContain('wrong-and-secret')
  }
})

test.each([
  { kind: 'unknown-ca', says: 'certificate' },
  { kind: 'html-login', says: 'web page' },
  { kind: 'redirect', location: 'https://evil.example/login', says: 'evil.example' },
] as const)('$kind: refused with exit 5, nothing is measured', async ({ says, ...fault }) => {
  const { fake, cwd } = await start()
  await fake.fault(fault).inForce
  const { code, stdout, stderr } = await lakebaseEstimate(['--measure'], cwd, credentials(fake))
  expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
  expect(stderr).toContain(says)
  expect(existsSync(join(cwd, 'lakebase.lock.json'))).toBe(false)
})

test('what another workspace measured is not taken for this one', async () => {
  const { fake, cwd } = await start()
  await lakebaseEstimate([], cwd, credentials(fake))
  const lock = join(cwd, 'lakebase.lock.json')
  const text = readFileSync(lock, 'utf8').replaceAll(fake.host, 'https://other.example')
  writeFileSync(lock, text)
  const asked = statements(fake)
  const { stdout } = await lakebaseEstimate(['--json'], cwd, credentials(fake))
  expect(sources(stdout)).toEqual(['measured'])
  expect(statements(fake)).toBe(2 * asked)
})

test('sizes measured long ago are used, and said to be old', async () => {
  const { fake, cwd } = await start()
  await lakebaseEstimate([], cwd, credentials(fake))
  const lock = join(cwd, 'lakebase.lock.json')
  const text = readFileSync(lock, 'utf8').replace(
    /"measuredAt": "[^"]+"/,
    '"measuredAt": "2020-01-02T03:04:05.000Z"',
  )
  writeFileSync(lock, text)
  const { stdout } = await lakebaseEstimate(['--json'], cwd, {})
  expect(findings(stdout, 'LB055').map(({ message }) => message)).toEqual([
    'sizes in lakebase.lock.json were measured on 2020-01-02 and later',
  ])
})

test('what cannot be measured again keeps what was measured before', async () => {
  let forbids = false
  const { fake, cwd } = await start({
    sql: warehouse(shop, (statement) =>
      forbids && statement.includes('`reviews`') ? forbidden('main.shop.reviews') : undefined,
    ),
  })
  await lakebaseEstimate([], cwd, credentials(fake))
  forbids = true
  const { stdout } = await lakebaseEstimate(['--refresh', '--json'], cwd, credentials(fake))
  expect(findings(stdout, 'LB055')).toHaveLength(1)
  expect(sources(stdout)).toEqual(['measured'])
})

test('a table of which nothing can be stored is said, and the others are measured', async () => {
  const tables = shop.map((table) =>
    table.name.endsWith('reviews')
      ? { ...table, columns: [{ name: 'v', type: 'VARIANT', nullable: true }] }
      : table,
  )
  const { fake, cwd } = await start({ sql: warehouse(tables) })
  const { code, stdout, stderr } = await lakebaseEstimate(['--json'], cwd, credentials(fake))
  expect(code).toBe(0)
  expect(stderr).toContain('measured 9 of 10 tables')
  expect(findings(stdout, 'LB055')).toHaveLength(1)
})

test('--measure insists on credentials also where all is known, and asks nothing then', async () => {
  const { fake, cwd } = await start()
  await lakebaseEstimate([], cwd, credentials(fake))
  const asked = statements(fake)
  expect((await lakebaseEstimate(['--measure'], cwd, {})).code).toBe(4)
  expect((await lakebaseEstimate(['--measure'], cwd, credentials(fake))).code).toBe(0)
  expect(statements(fake)).toBe(asked)
})

test('one table missing and one forbidden: the rest is measured, the file states those two', async () => {
  const { fake, cwd } = await start({
    sql: warehouse(shop, (statement) => {
      if (statement.includes('`prices`')) return notFound('main.shop.prices')
      return statement.includes('`reviews`') ? forbidden('main.shop.reviews') : undefined
    }),
  })
  const { code, stdout, stderr } = await lakebaseEstimate(['--json'], cwd, credentials(fake))
  expect(code).toBe(0)
  expect(stderr).toContain('measured 8 of 10 tables, kept in lakebase.lock.json')
  const notMeasured = findings(stdout, 'LB055')
  expect(notMeasured.map(({ line }) => line)).toEqual([86, 107])
  expect(notMeasured[0]?.message).toContain('TABLE_OR_VIEW_NOT_FOUND')
  expect(notMeasured[1]?.message).toContain('does not have SELECT')
  expect(sources(stdout)).toEqual(['config', 'measured'])
})

test('--scan says first how much it reads, and finds what a sample cannot', async () => {
  const tables = shop.map((table) =>
    table.name.endsWith('orders')
      ? { ...table, duplicateKeys: 3 }
      : { ...table, changeDataFeed: !table.name.endsWith('payments') },
  )
  const { fake, cwd } = await start({ sql: warehouse(tables) })
  const { code, stdout, stderr } = await lakebaseEstimate(
    ['--scan', '--json'],
    cwd,
    credentials(fake),
  )
  expect(stderr).toContain('scanning 10 tables: 13.8 GB of files are read whole\n')
  expect(code).toBe(1)
  expect(findings(stdout, 'LB024').map(({ message }) => message)).toEqual([
    'main.shop.orders: 3 rows have a primary key that another row has',
  ])
  expect(findings(stdout, 'LB020').map(({ message }) => message)).toEqual([
    'main.shop.payments: TRIGGERED needs the change data feed, and the table has it off',
  ])
})

test('a size that the file states wrongly by more than twice is told, and not used', async () => {
  const tables = shop.map((table) =>
    table.name.endsWith('customers') ? { ...table, textFactor: 30, rows: 30_000_000 } : table,
  )
  const { fake, cwd } = await start({ sql: warehouse(tables) })
  const { stdout } = await lakebaseEstimate(['--json'], cwd, credentials(fake))
  const gaps = findings(stdout, 'LB031').filter(({ message }) => message?.includes('customers'))
  expect(gaps.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^main\.shop\.customers: size_gb says 4\.1 GB, measured are 4\d\.?\d* GB/,
    ),
    'main.shop.customers: rows says 12,000,000, the table has 30,000,000',
  ])
})

test.each(['{}', 'no json', '{"generator":"Lakebase Accelerator","lockVersion":2,"tables":{}}'])(
  'a lock file of %s is an error that leaves it as it is',
  async (text) => {
    const { fake, cwd } = await start()
    writeFileSync(join(cwd, 'lakebase.lock.json'), text)
    const { code, stderr } = await lakebaseEstimate([], cwd, credentials(fake))
    expect(code).toBe(3)
    expect(stderr).toContain('error[LB056]: lakebase.lock.json cannot be used')
    expect(readFileSync(join(cwd, 'lakebase.lock.json'), 'utf8')).toBe(text)
    expect(fake.requests).toEqual([])
  },
)

test('Ctrl-C cancels what runs on the warehouse, keeps what was measured, and is exit 130', async () => {
  const { fake, cwd } = await start({
    maxSqlWaitMs: 50,
    sql: warehouse(shop, (statement) =>
      statement.includes('`order_items`') && statement.includes('TABLESAMPLE')
        ? { columns: [], rows: [], delayMs: 60_000 }
        : undefined,
    ),
  })
  const { code, stdout, stderr } = await lakebaseEstimate([], cwd, credentials(fake), (kill) => {
    // All have been asked, and all but the slow one have had the time to answer.
    if (statements(fake) < 40) return false
    setTimeout(() => kill('SIGINT'), 2500)
    return true
  })
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
  expect(stderr).toContain('exit 130: interrupted (Ctrl-C)')
  expect(fake.requests.filter(({ path }) => path.endsWith('/cancel'))).toHaveLength(1)
  const kept = JSON.parse(readFileSync(join(cwd, 'lakebase.lock.json'), 'utf8'))
  expect(Object.keys(kept.tables)).toHaveLength(9)
})

test('--no-measure and --scan exclude each other', async () => {
  const { cwd } = await start()
  const { code, stderr } = await lakebaseEstimate(['--no-measure', '--scan'], cwd, {})
  expect(code).toBe(2)
  expect(stderr).toContain('--no-measure and --scan exclude each other')
})

interface FoundFinding {
  readonly ruleId: string
  readonly message?: string
  readonly line?: number
}

function findings(json: string, ruleId: string): readonly FoundFinding[] {
  return JSON.parse(json).findings.filter((finding: FoundFinding) => finding.ruleId === ruleId)
}

function sources(json: string): readonly string[] {
  const tables: readonly { readonly source: string }[] = JSON.parse(json).tables
  return [...new Set(tables.map(({ source }) => source))].sort()
}
