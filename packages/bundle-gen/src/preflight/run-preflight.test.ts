import { expect, test } from 'vitest'
import { shopSpec, table } from '../../test/shop-spec.js'
import type { BundleSpec, TableSpec } from '../spec/bundle-spec.js'
import { preflightQueries } from './preflight-queries.js'
import { type RunSql, runPreflight } from './run-preflight.js'

const COLUMNS = [
  { col_name: 'id', data_type: 'bigint' },
  { col_name: 'note', data_type: 'string' },
  { col_name: 'tags', data_type: 'array<string>' },
  { col_name: '', data_type: '' },
  { col_name: '# Partition Information', data_type: '' },
]
const GOOD = {
  'DESCRIBE TABLE': COLUMNS,
  'DESCRIBE DETAIL': [
    { format: 'delta', sizeInBytes: 1000n, properties: '{"delta.enableChangeDataFeed":"true"}' },
  ],
  'SELECT count(*) AS row_count': [
    { row_count: '10', null_keys: 0, nul_rows: 0, widest_text: '12' },
  ],
  'SELECT count(*) AS duplicate_keys': [{ duplicate_keys: 0 }],
}

test('a source with nothing against it gives its figures and no finding', async () => {
  expect(await check(table('main.shop.orders'), {})).toEqual({
    source: 'main.shop.orders',
    rows: 10,
    bytes: 1000,
    changeDataFeed: true,
    widestTextBytes: 12,
    findings: [],
  })
})

test.each([
  {
    finds: ['BG081 error'],
    table: table('a.b.c', { primaryKeys: ['gone'] }),
    answers: {},
  },
  {
    finds: ['BG082 error', 'BG082 error'],
    table: table('a.b.c'),
    answers: {
      'DESCRIBE TABLE': [
        ...COLUMNS.slice(0, 1),
        { col_name: 'v', data_type: 'variant' },
        { col_name: 's', data_type: 'struct<object:int,place:geography(4326)>' },
        { col_name: 'fine', data_type: 'struct<variant:int>' },
      ],
    },
  },
  {
    finds: ['BG083 error'],
    table: table('a.b.c'),
    answers: { 'DESCRIBE DETAIL': [{ format: 'delta', sizeInBytes: 1, properties: {} }] },
  },
  {
    finds: ['BG083 warn'],
    table: table('a.b.c'),
    answers: { 'DESCRIBE DETAIL': new Error('a view has no detail') },
  },
  {
    finds: ['BG084 warn'],
    table: table('a.b.c'),
    answers: {
      'DESCRIBE DETAIL': [
        {
          format: 'delta',
          sizeInBytes: '2000000000000',
          properties: { 'delta.enableChangeDataFeed': 'true' },
        },
      ],
    },
  },
  {
    finds: ['BG085 warn', 'BG086 error'],
    table: table('a.b.c'),
    answers: { 'SELECT count(*) AS row_count': [{ row_count: 9, null_keys: 1n, nul_rows: '2' }] },
  },
  {
    finds: ['BG087 error'],
    table: table('a.b.c'),
    answers: { 'SELECT count(*) AS duplicate_keys': [{ duplicate_keys: 3 }] },
  },
  {
    finds: ['BG087 note'],
    table: table('a.b.c', { timeseriesKey: 'note' }),
    answers: { 'SELECT count(*) AS duplicate_keys': [{ duplicate_keys: 3 }] },
  },
  {
    finds: ['BG080 error'],
    table: table('a.b.c'),
    answers: { 'DESCRIBE TABLE': new Error('[TABLE_OR_VIEW_NOT_FOUND] a.b.c') },
  },
])('finds $finds', async ({ finds, table: asked, answers }) => {
  const { findings } = await check(asked, answers)
  expect(findings.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual(finds)
})

test('one source that fails does not hide the next', async () => {
  const runSql: RunSql = async (statement) => {
    if (statement.includes('`gone`')) throw new Error('does not exist')
    return answer(statement, {})
  }
  const results = await runPreflight(specOf([table('a.b.gone'), table('a.b.there')]), runSql)
  expect(results.map(({ findings }) => findings.length)).toEqual([1, 0])
})

test('names are quoted, whatever is in them', () => {
  const odd = table('main.`my-shop`.`say``so`', { primaryKeys: ['a`b'] })
  const sql = preflightQueries(specOf([odd])).map((query) => query.sql)
  expect(sql[0]).toBe('DESCRIBE TABLE `main`.`my-shop`.`say``so`')
  expect(sql[3]).toContain('GROUP BY `a``b` HAVING')
})

async function check(asked: TableSpec, answers: Record<string, unknown>) {
  const [result] = await runPreflight(specOf([asked]), async (statement) =>
    answer(statement, answers),
  )
  if (result === undefined) throw new Error('no result')
  return result
}

function answer(statement: string, answers: Record<string, unknown>) {
  const all: Record<string, unknown> = { ...GOOD, ...answers }
  const key = Object.keys(all).find((beginning) => statement.startsWith(beginning))
  const found = key === undefined ? undefined : all[key]
  if (found instanceof Error) throw found
  if (!Array.isArray(found)) throw new Error(`not recorded: ${statement}`)
  return found
}

function specOf(tables: readonly TableSpec[]): BundleSpec {
  return { ...shopSpec, pipelines: [{ name: 'all', policy: 'TRIGGERED', tables }] }
}
