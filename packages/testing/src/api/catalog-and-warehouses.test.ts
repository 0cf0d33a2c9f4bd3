import { expect, test } from 'vitest'
import { askJson } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'

test('describes a table by its full name', async () => {
  const columns = [{ name: 'id', type_name: 'LONG', type_text: 'bigint', position: 0 }]
  const workspace = await openWorkspace({ tables: { 'main.shop.orders': { columns } } })
  const path = 'GET /api/2.1/unity-catalog/tables/'
  expect(await askJson(workspace, `${path}main.shop.orders`)).toEqual({
    status: 200,
    body: {
      full_name: 'main.shop.orders',
      catalog_name: 'main',
      schema_name: 'shop',
      name: 'orders',
      table_type: 'MANAGED',
      data_source_format: 'DELTA',
      columns,
    },
  })
  expect(await askJson(workspace, `${path}main.shop.other`)).toMatchObject({
    status: 404,
    body: { error_code: 'TABLE_DOES_NOT_EXIST' },
  })
})

test('lists the warehouses, and statements run on those only', async () => {
  const warehouses = [{ id: 'small', name: 'Small', state: 'STOPPED' }] as const
  const workspace = await openWorkspace({ warehouses, sql: () => ({ columns: [], rows: [] }) })
  expect(await askJson(workspace, 'GET /api/2.0/sql/warehouses')).toEqual({
    status: 200,
    body: { warehouses },
  })
  const submit = (warehouse_id: string) =>
    askJson(workspace, 'POST /api/2.0/sql/statements', {
      body: { statement: 'select 1', warehouse_id },
    })
  expect(await submit('small')).toMatchObject({ status: 200 })
  expect(await submit('fake-warehouse')).toMatchObject({ status: 404 })
})
