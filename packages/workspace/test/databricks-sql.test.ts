import { expect, test } from 'vitest'
import {
  type ConnectDriver,
  type DriverOptions,
  openWorkspace,
  Secret,
  type WorkspaceOptions,
} from '../src/index.js'
import { errorOf } from './open.js'

const DRIVER = { driver: 'databricks-sql' } as const

/** A driver that notes what is done with it and answers as it is told. */
function driverThat(fetch: () => Promise<{ columns: object[]; rows: object[] }>) {
  const done: string[] = []
  const opened: DriverOptions[] = []
  const connectDriver: ConnectDriver = async (options) => {
    opened.push(options)
    return {
      execute: async (statement, parameters) => {
        done.push(`execute ${statement} ${JSON.stringify(parameters)}`)
        return {
          id: 'op-1',
          fetch: async () => {
            const { columns, rows } = await fetch()
            return { columns: columns.map((column) => ({ name: '', type: '', ...column })), rows }
          },
          cancel: async () => void done.push('cancel'),
        }
      },
      close: async () => void done.push('close'),
    }
  }
  return { done, opened, connectDriver }
}

function open(options: WorkspaceOptions) {
  const httpPath = '/sql/1.0/warehouses/w1'
  const host = 'a.cloud.databricks.com'
  return openWorkspace({ host, token: 'canary-1', httpPath, env: {}, home: '/nowhere', ...options })
}

test('rows have the form of those of the Statement Execution API', async () => {
  const columns = [
    { name: 'large', type: 'LONG' },
    { name: 'small', type: 'LONG' },
    { name: 'price', type: 'DECIMAL' },
    { name: 'day', type: 'DATE' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'bytes', type: 'BINARY' },
    { name: 'list', type: 'ARRAY' },
    { name: 'none', type: 'STRING' },
  ]
  const date = new Date(0)
  const bytes = Buffer.from([7])
  const row = { large: 2n ** 60n, small: 5n, price: 1.5, day: date, at: date, bytes, list: [1, 2n] }
  const { connectDriver, done } = driverThat(async () => ({ columns, rows: [row] }))
  const states: string[] = []
  const options = { ...DRIVER, parameters: { a: 1 } }
  const { rows } = await open({ connectDriver }).runSql('select :a', {
    ...options,
    onProgress: ({ statementId, state }) => states.push(`${statementId} ${state}`),
  })
  expect(rows).toEqual([
    {
      large: 2n ** 60n,
      small: 5,
      price: '1.5',
      day: '1970-01-01',
      at: '1970-01-01T00:00:00.000Z',
      bytes: new Uint8Array([7]),
      list: '[1,"2"]',
      none: null,
    },
  ])
  expect(done).toEqual(['execute select :a {"a":1}', 'close'])
  expect(states).toEqual(['op-1 RUNNING', 'op-1 SUCCEEDED'])
})

test('the driver is opened for this workspace, with tokens of ours', async () => {
  const { connectDriver, opened } = driverThat(async () => ({ columns: [], rows: [] }))
  const httpPath = 'sql/protocolv1/o/1/2'
  await open({ connectDriver, httpPath, ca: 'PEM' }).runSql('select 1', {
    ...DRIVER,
    timeoutMs: 9_000,
  })
  const [options] = opened
  expect(options).toMatchObject({
    host: 'a.cloud.databricks.com',
    port: 443,
    httpPath: '/sql/protocolv1/o/1/2',
    ca: 'PEM',
    retriesTimeoutMs: 9_000,
  })
  expect(await options?.getToken()).toBe('canary-1')
})

test('an abort cancels the statement and closes the session', async () => {
  const controller = new AbortController()
  const { connectDriver, done } = driverThat(() => {
    controller.abort()
    return new Promise(() => undefined)
  })
  const { signal } = controller
  const error = await errorOf(open({ connectDriver }).runSql('select 1', { ...DRIVER, signal }))
  expect(error.code).toBe('ABORTED')
  expect(done).toEqual(['execute select 1 {}', 'cancel', 'close'])
})

test.each([
  {
    error: Object.assign(new Error('[TABLE_OR_VIEW_NOT_FOUND] no a.b.c'), { sqlState: '42P01' }),
    code: 'SQL',
    says: /^\[TABLE_OR_VIEW_NOT_FOUND\] no a\.b\.c \(statement: select 1\)$/,
  },
  {
    error: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    code: 'NETWORK',
    says: /the connection to a\.cloud\.databricks\.com failed \(ECONNREFUSED\)/,
  },
  {
    error: Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
    code: 'TLS',
    says: /is not trusted/,
  },
  {
    error: Object.assign(new Error('Received a bad HTTP status code: 403'), { statusCode: 403 }),
    code: 'PERMISSION',
    says: /^\[POST\] "\/sql\/1\.0\/warehouses\/w1": 403 Received/,
  },
  {
    error: new Error('header: Bearer canary-1'),
    code: 'SQL',
    says: /^header: Bearer \[redacted\]/,
  },
])(
  'what the driver fails with is told like every failure: $code',
  async ({ error, code, says }) => {
    const { connectDriver, done } = driverThat(() => Promise.reject(error))
    const told = await errorOf(open({ connectDriver }).runSql('select 1', DRIVER))
    expect(told.code).toBe(code)
    expect(told.message).toMatch(says)
    expect(JSON.stringify(told) + told.stack).not.toContain('canary-1')
    expect(done.at(-1)).toBe('close')
  },
)

test('a driver that cannot connect is told, too', async () => {
  const connectDriver = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
  const token = new Secret('canary-1')
  const error = await errorOf(open({ connectDriver, token }).runSql('select 1', DRIVER))
  expect(error).toMatchObject({ code: 'NETWORK', sent: 'no' })
})
