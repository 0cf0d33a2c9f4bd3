import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { measureTables } from './measure-tables.js'
import type { RunSql } from './run-sql.js'
import type { MeasuredTable, TableMeasurement } from './table-measurement.js'

/** What Spark 4.2 answered to these very statements: a table of every kind of column, a view on it, a missing table. */
const recorded = JSON.parse(
  readFileSync(new URL('../../test/spark/recorded-answers.json', import.meta.url), 'utf8'),
)

const replay: RunSql = async (statement) => {
  const answer = recorded.answers[statement]
  if (answer === undefined) throw new Error(`not recorded: ${statement}`)
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer.rows
}

test('measures what Spark answers: rows, columns, lengths, and what would break a sync', async () => {
  const [mixed, some, nope] = await measureTables(
    [
      { name: 'shop.mixed', primaryKeys: ['id'] },
      { name: 'shop.some', primaryKeys: ['id', 'gone'] },
      { name: 'shop.nope', primaryKeys: [] },
    ],
    replay,
    { sampleRows: 25 },
  )
  expect(mixed).toMatchObject({
    rows: 20,
    problems: [
      { kind: 'unsupported type', column: 'v', type: 'variant' },
      { kind: 'null keys', rows: 1 },
      { kind: '0x00 bytes', rows: 1 },
    ],
  })
  expect(measured(mixed).sample.at(10)).toEqual({
    id: { kind: 'fixed' },
    t: { kind: 'fixed' },
    // 15.00, name-10, [10, 11], {"k": "v10"}, abc
    price: { kind: 'numeric', digits: 1 },
    name: { kind: 'bytes', length: 7 },
    nums: { kind: 'jsonb', length: 28 },
    attrs: { kind: 'jsonb', length: 16 },
    st: { kind: 'jsonb', length: 91 },
    ts: { kind: 'fixed' },
    flag: { kind: 'fixed' },
    bin: { kind: 'bytes', length: 3 },
    dbl: null,
  })
  expect(some).toMatchObject({
    rows: 11,
    problems: [
      { kind: 'missing key column', column: 'gone' },
      { kind: '0x00 bytes', rows: 1 },
    ],
  })
  expect(nope).toMatchObject({
    table: 'shop.nope',
    error: { message: expect.stringContaining('TABLE_OR_VIEW_NOT_FOUND') },
  })
})

const oneColumn: RunSql = async (statement) => {
  if (statement.startsWith('DESCRIBE TABLE')) return [{ col_name: 'id', data_type: 'bigint' }]
  if (statement.startsWith('DESCRIBE DETAIL')) {
    const properties = '{"delta.enableChangeDataFeed":"true"}'
    return [{ format: 'delta', lastModified: '2026-11-01', sizeInBytes: '123', properties }]
  }
  if (statement.includes('count(*)')) return [{ rows: '1000000' }]
  return [{ c0: 1, null_key: 0, nul_byte: 0 }]
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
    'FROM `a`.`b`.`c` TABLESAMPLE (0.600000 PERCENT) REPEATABLE (42) LIMIT 5000',
  )
  await measureTables([{ name: 'a.b.c', primaryKeys: [] }], spy, { sampleRows: 2_000_000 })
  expect(asked.at(-1)).toContain('FROM `a`.`b`.`c` LIMIT 2000000')
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
  expect(asked[0]).toBe('DESCRIBE TABLE `a`.`b`.`c``; DROP TABLE x; --`')
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
      statement.includes('count(*)') ? answer : oneColumn(statement, options)
    const [table] = await measureTables([{ name: 'a.b.c', primaryKeys: [] }], odd)
    expect(table).toMatchObject({ error: { code: 'UNEXPECTED_ANSWER' } })
  },
)

function measured(one: TableMeasurement | undefined): MeasuredTable {
  if (one !== undefined && 'sample' in one) return one
  throw new Error('not measured')
}
