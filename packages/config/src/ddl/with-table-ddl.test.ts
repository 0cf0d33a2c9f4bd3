import { expect, test } from 'vitest'
import { parseWorkload } from '../parse-workload.js'
import { parseTableDdl } from './parse-table-ddl.js'
import { withTableDdl } from './with-table-ddl.js'

const file = { file: 'f' }
const sync = `delta_synchronization:
  sync_frequency: Per day
  tables_to_sync:
    - { name: main.shop.orders, primary_keys: [id], scheduling_policy: SNAPSHOT, rows: 5 }
    - { name: main.shop.items, primary_keys: [id], scheduling_policy: SNAPSHOT, rows: 5 }
`

test('gives tables their columns by the end of their name, and tells which did not meet', () => {
  const { workload } = parseWorkload(sync, file)
  if (!workload) throw new Error('not a workload')
  const { tables } = parseTableDdl(
    'create table Orders (id bigint); create table x.y (z int)',
    file,
  )
  const described = withTableDdl(workload, tables)
  expect(described.workload.sync.tables.map(({ columns }) => columns.length)).toEqual([1, 0])
  expect(described.findings.map(({ message }) => message)).toEqual([
    'x.y is in the DDL and not in the workload',
    'main.shop.items is in the workload and not in the DDL',
  ])
})

test('what the workload says itself stays', () => {
  const own = sync.replace('rows: 5 }', 'rows: 5, columns: [{ name: a, type: STRING }] }')
  const { workload } = parseWorkload(own, file)
  if (!workload) throw new Error('not a workload')
  const { tables } = parseTableDdl('create table orders (id bigint, b int)', file)
  expect(withTableDdl(workload, tables).workload.sync.tables[0]?.columns).toMatchObject([
    { name: 'a' },
  ])
})
