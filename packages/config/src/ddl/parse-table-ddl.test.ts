import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTableDdl } from './parse-table-ddl.js'

const parse = (text: string) => parseTableDdl(text, { file: 'tables.sql' })

test('reads the columns, types and keys of a Delta table', () => {
  const { tables, findings } = parse(`
    -- orders of the shop
    CREATE OR REPLACE TABLE main.shop.\`order items\` (
      order_id BIGINT NOT NULL COMMENT 'key, of the order',
      line_number INT,
      price DECIMAL(10, 2) DEFAULT 0.00,
      tags ARRAY<STRUCT<name: STRING NOT NULL, weights:MAP<STRING, DOUBLE>>>,
      created TIMESTAMP_NTZ GENERATED ALWAYS AS (CAST(now() AS TIMESTAMP_NTZ)),
      CONSTRAINT pk PRIMARY KEY (order_id, line_number TIMESERIES) RELY,
      CONSTRAINT fk FOREIGN KEY (order_id) REFERENCES main.shop.orders (order_id)
    ) USING DELTA TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true');`)
  expect(findings).toEqual([])
  expect(tables).toEqual([
    {
      name: ['main', 'shop', 'order items'],
      columns: [
        { name: 'order_id', type: 'BIGINT', nullable: false },
        { name: 'line_number', type: 'INT', nullable: false },
        { name: 'price', type: 'DECIMAL(10, 2)', nullable: true },
        {
          name: 'tags',
          type: 'ARRAY<STRUCT<name: STRING NOT NULL, weights:MAP<STRING, DOUBLE>>>',
          nullable: true,
        },
        { name: 'created', type: 'TIMESTAMP_NTZ', nullable: true },
      ],
      primaryKeys: ['order_id', 'line_number'],
    },
  ])
})

test('reads a key that is declared at the column, and one that is added later', () => {
  const { tables } = parse(`
    create table a (id int primary key, x text not null);
    create table if not exists s.b (id int, y double precision);
    alter table S.B add constraint b_pk primary key (ID);`)
  expect(tables.map(({ primaryKeys }) => primaryKeys)).toEqual([['id'], ['ID']])
  expect(tables[1]?.columns).toEqual([
    { name: 'id', type: 'int', nullable: false },
    { name: 'y', type: 'double precision', nullable: true },
  ])
})

test('one bad statement does not spoil the rest, and says where it is', () => {
  const { tables, findings } = parse(
    'create table a (id int;\ncreate table b as select 1;\ndrop table c;\ncreate table d (id int)',
  )
  expect(tables.map(({ name }) => name)).toEqual([['d']])
  expect(findings.map(({ ruleId, line, message }) => [ruleId, line, message])).toEqual([
    ['LB052', 1, 'a: the list of columns has no end'],
    ['LB052', 2, 'b: no list of columns'],
    ['LB053', 3, 'drop table is not read: only CREATE TABLE and primary keys are'],
  ])
})

test('any text ends in tables or findings, each on a line that exists', () => {
  const words = ['create', 'table', 'a', '.', '(', ')', ',', 'int', '<', '>', 'not', 'null']
  const piece = fc.constantFrom(...words, 'primary', 'key', ';', "'", '`', '\n', 'constraint', ':')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `create table ${pieces.join(' ')}`
      const { tables, findings } = parse(text)
      expect(tables.length + findings.length).toBeGreaterThan(0)
      for (const { line = 1 } of findings) expect(line).toBeLessThanOrEqual(text.split('\n').length)
    }),
    { numRuns: 2000 },
  )
})
