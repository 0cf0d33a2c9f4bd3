import { expect, test } from 'vitest'
import { replay } from '../../test/spark/replay.js'
import { measureTables } from './measure-tables.js'
import type { RunSql } from './run-sql.js'
import type { MeasuredTable, TableMeasurement } from './table-measurement.js'

const ODD_TABLES = [
  { name: 'shop.mixed', primaryKeys: ['id'] },
  { name: 'shop.twice', primaryKeys: ['id'], indexes: [['name'], ['gone']] },
  { name: 'shop.some', primaryKeys: ['id', 'gone'], rows: 12 },
  { name: 'shop.nope', primaryKeys: [] },
]

test.each([{ scan: false }, { scan: true }])(
  'what Spark answers, scan $scan: rows, columns, keys, and what would break a sync',
  async ({ scan }) => {
    const [mixed, twice, some, nope] = await measureTables(ODD_TABLES, replay, {
      sampleRows: 25,
      scan,
    })
    expect(mixed).toMatchObject({
      rows: 20,
      problems: [
        { kind: 'unsupported type', column: 'v', type: 'variant' },
        { kind: 'null keys', rows: 1, counted: 'table' },
        { kind: '0x00 bytes', rows: 1, counted: 'table' },
      ],
    })
    expect(twice).toMatchObject({
      rows: 10,
      distinctKeys: [10, undefined],
      changeDataFeed: false,
      lastModified: expect.stringMatching(/^20\d\d-/),
      problems: [{ kind: 'duplicate keys', rows: 5, counted: 'table' }],
    })
    expect(some).toMatchObject({ rows: 12 })
    expect(nope).toMatchObject({
      table: 'shop.nope',
      error: { message: expect.stringContaining('TABLE_OR_VIEW_NOT_FOUND') },
    })
  },
)

test('the lengths that Spark measures are those that PostgreSQL stores', async () => {
  const [mixed] = await measureTables(ODD_TABLES.slice(0, 1), replay, { sampleRows: 25 })
  // 15.00, name-10, [10, 11], {"k": "v10"}, {"x": 10, "y": {"d": "2026-01-01", "n": null, "z": "deep"}}, abc
  expect(measured(mixed).sample.at(10)).toEqual({
    id: { kind: 'fixed' },
    t: { kind: 'fixed' },
    price: { kind: 'numeric', digits: 1 },
    name: { kind: 'bytes', length: 7 },
    nums: { kind: 'jsonb', length: 28 },
    attrs: { kind: 'jsonb', length: 16 },
    st: { kind: 'jsonb', length: 77 },
    ts: { kind: 'fixed' },
    flag: { kind: 'fixed' },
    bin: { kind: 'bytes', length: 3 },
    dbl: null,
  })
})

test('the rows of a view are those stated; without them only a scan tells', async () => {
  const view: RunSql = async (statement) => {
    if (statement.startsWith('DESCRIBE TABLE')) {
      return [
        { col_name: 'id', data_type: 'bigint' },
        { col_name: '', data_type: '' },
        { col_name: '# Detailed Table Information', data_type: '' },
        { col_name: 'Type', data_type: 'VIEW' },
      ]
    }
    if (statement.startsWith('SELECT count(*) AS rows, ')) {
      return [{ rows: 7, null_key: 0, duplicate_key: 0, nul_byte: 0 }]
    }
    expect(statement).toContain('FROM (SELECT * FROM `a`.`b`.`v` LIMIT 5000)')
    return [{ c0: 1, null_key: 0, key_rows: 1, nul_byte: 0 }]
  }
  const measure = async (rows?: number, scan = false) => {
    const table = { name: 'a.b.v', primaryKeys: ['id'], ...(rows !== undefined && { rows }) }
    const [one] = await measureTables([table], view, { scan })
    return one
  }
  expect(await measure(1000)).toMatchObject({ rows: 1000 })
  expect(await measure()).toMatchObject({ error: { code: 'NEEDS_SCAN' } })
  expect(await measure(undefined, true)).toMatchObject({ rows: 7 })
})

test('the cost of a scan is told before the first one', async () => {
  const told: unknown[] = []
  const tables = [{ name: 'a.b.c', primaryKeys: ['id'] }]
  const spy: RunSql = async (statement, options) => {
    if (statement.startsWith('SELECT count(*) AS rows, ')) {
      told.push('scanned')
      return [{ rows: 5, null_key: 0, duplicate_key: 0, nul_byte: 0 }]
    }
    return oneColumn(statement, options)
  }
  await measureTables(tables, spy, { scan: true, beforeScan: (plan) => told.push(plan) })
  expect(told).toEqual([{ tables: 1, bytes: 123, unknownTables: 0 }, 'scanned'])
})

test('an empty sample of a table with rows is an error of that table', async () => {
  const empty: RunSql = async (statement, options) =>
    statement.includes('c0') ? [] : oneColumn(statement, options)
  const [table] = await measureTables([{ name: 'a.b.c', primaryKeys: [] }], empty)
  expect(table).toMatchObject({ error: { code: 'UNEXPECTED_ANSWER' } })
})

const oneColumn: RunSql = async (statement) => {
  if (statement.startsWith('DESCRIBE TABLE')) return [{ col_name: 'id', data_type: 'bigint' }]
  if (statement.startsWith('DESCRIBE DETAIL')) {
    const properties = '{"delta.enableChangeDataFeed":"true"}'
    return [{ format: 'delta', lastModified: '2026-11-01', sizeInBytes: '123', properties }]
  }
  if (statement.startsWith('SELECT count(*)')) return [{ rows: '1000000' }]
  return [{ c0: 1, null_key: 0, key_rows: 1, nul_byte: 0 }]
}

test('reads what a Delta table says of itself', async () => {
  const [table] = await measureTables([{ name: 'a.b.c', primaryKeys: ['id'] }], oneColumn)
  expect(table).toMatchObject({
    rows: 1_000_000,
    lastModified: '2026-11-01',
    deltaBytes: 123,
    changeDataFeed: true,
  })
})

test('asks for a share of a large table, and for the whole of a small one', async () => {
  const asked: string[] = []
  const spy: RunSql = async (statement, options) => {
    asked.push(statement)
    return oneColumn(statement, options)
  }
  await measureTables([{ name: 'a.b.c', primaryKeys: [] }], spy)
  expect(asked.at(-1)).toContain(
    'FROM (SELECT * FROM `a`.`b`.`c` TABLESAMPLE (0.600000 PERCENT) REPEATABLE (42) LIMIT 5000)',
  )
  await measureTables([{ name: 'a.b.c', primaryKeys: [] }], spy, { sampleRows: 2_000_000 })
  expect(asked.at(-1)).toContain('FROM (SELECT * FROM `a`.`b`.`c` LIMIT 2000000)')
})

test('a name cannot leave its quotes', async () => {
  const asked: string[] = []
  await measureTables(
    [{ name: 'a.b.c`; DROP TABLE x; --', primaryKeys: [] }],
    async (statement) => {
      asked.push(statement)
      return []
    },
  )
  expect(asked[0]).toBe('DESCRIBE TABLE EXTENDED `a`.`b`.`c``; DROP TABLE x; --`')
})

test('measures two hundred tables, no more than eight at once, in the order asked', async () => {
  let running = 0
  let most = 0
  const slow: RunSql = async (statement, options) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running -= 1
    if (statement.includes('t17`')) throw new Error('PERMISSION_DENIED')
    return oneColumn(statement, options)
  }
  const tables = Array.from({ length: 200 }, (_, i) => ({ name: `a.b.t${i}`, primaryKeys: [] }))
  const progress: number[] = []
  const measurements = await measureTables(tables, slow, {
    onMeasured: (_one, done) => progress.push(done),
  })
  expect(measurements.map(({ table }) => table)).toEqual(tables.map(({ name }) => name))
  expect(measurements.filter((one) => 'error' in one).map(({ table }) => table)).toEqual([
    'a.b.t17',
  ])
  expect(most).toBe(8)
  expect(progress).toEqual(tables.map((_, index) => index + 1))
})

test('an abort ends the measuring and asks nothing more', async () => {
  const controller = new AbortController()
  let asked = 0
  const counting: RunSql = async (statement, { signal }) => {
    asked += 1
    if (asked === 20) controller.abort(new Error('stop'))
    signal?.throwIfAborted()
    return oneColumn(statement, {})
  }
  const tables = Array.from({ length: 50 }, (_, i) => ({ name: `a.b.t${i}`, primaryKeys: [] }))
  const { signal } = controller
  await expect(measureTables(tables, counting, { signal })).rejects.toThrow('stop')
  expect(asked).toBe(20)
})

test.each([[[]], [[{ rows: -1 }]], [[{ rows: 'many' }]], [[{ rows: '' }]]])(
  'a count of %j is an error of that table',
  async (answer) => {
    const odd: RunSql = async (statement, options) =>
      statement.startsWith('SELECT count(*)') ? answer : oneColumn(statement, options)
    const [table] = await measureTables([{ name: 'a.b.c', primaryKeys: [] }], odd)
    expect(table).toMatchObject({ error: { code: 'UNEXPECTED_ANSWER' } })
  },
)

function measured(one: TableMeasurement | undefined): MeasuredTable {
  if (one !== undefined && 'sample' in one) return one
  throw new Error('not measured')
}
