import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace } from '../src/index.js'
import { errorOf } from './open.js'
import { startThriftWarehouse, type ThriftWarehouse } from './thrift-warehouse.js'

const HTTP_PATH = '/sql/1.0/warehouses/w1'
const DRIVER = { driver: 'databricks-sql' } as const
let warehouse: ThriftWarehouse

beforeEach(async () => {
  warehouse = await startThriftWarehouse(HTTP_PATH)
})
afterEach(() => warehouse.close())

function open(options: { readonly ca?: string } = { ca: warehouse.ca }) {
  const getToken = async () => 'token-of-ours'
  const { host } = warehouse
  return openWorkspace({
    host,
    getToken,
    httpPath: HTTP_PATH,
    env: {},
    home: '/nowhere',
    ...options,
  })
}

test('the real driver runs a statement over TLS with a token of ours', async () => {
  expect(await open().runSql('select name, n from t', DRIVER)).toEqual({
    columns: [
      { name: 'name', type: 'STRING' },
      { name: 'n', type: 'INT' },
    ],
    rows: [
      { name: 'a', n: 1 },
      { name: null, n: null },
    ],
  })
  expect(warehouse.calls[1]).toBe('ExecuteStatement select name, n from t')
  expect(warehouse.calls.at(-1)).toBe('CloseSession')
  expect(new Set(warehouse.authorizations)).toEqual(new Set(['Bearer token-of-ours']))
})

test('an abort cancels the statement of the real driver', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const work = errorOf(open().runSql('select forever', { ...DRIVER, signal }))
  await expect.poll(() => warehouse.calls).toContain('ExecuteStatement select forever')
  controller.abort()
  expect((await work).code).toBe('ABORTED')
  expect(warehouse.calls).toContain('CancelOperation')
  expect(warehouse.calls.at(-1)).toBe('CloseSession')
})

test('the real driver sends no token to a certificate that nobody has signed', async () => {
  const error = await errorOf(open({}).runSql('select 1', { ...DRIVER, timeoutMs: 3_000 }))
  expect(error.code).toBe('TLS')
  expect(warehouse.authorizations).toEqual([])
})
