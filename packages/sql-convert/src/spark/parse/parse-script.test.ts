import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LexError } from '../lex/lex-error.js'
import { ParseError } from './parse-error.js'
import { parseSparkScript } from './parse-script.js'

const only = (sql: string) => {
  const [part, ...more] = parseSparkScript(sql)
  expect(more).toEqual([])
  if (part === undefined || 'error' in part) throw part?.error
  return part.statement
}

test.each([
  [
    "insert overwrite table s.t partition (day = '2026-01-01', hour) if not exists select a, b from u",
    {
      kind: 'insert',
      overwrite: true,
      table: ['s', 't'],
      partition: [{ column: 'day' }, { column: 'hour' }],
    },
  ],
  [
    'insert into t (a, b) values (1, 2)',
    { kind: 'insert', columns: [['a'], ['b']], byName: false },
  ],
  ['insert into t by name select 1 as a', { kind: 'insert', byName: true }],
  [
    'with s as (select 1) insert into t select * from s',
    { kind: 'insert', start: 0, query: { with: [{ name: 's' }] } },
  ],
  [
    'update t as x set x.a = 1, b = default where c',
    { kind: 'update', alias: { name: 'x' }, set: [{ column: ['x', 'a'] }, { column: ['b'] }] },
  ],
  ['delete from t where a', { kind: 'delete', where: { kind: 'column' } }],
  ['truncate table a.b', { kind: 'truncate', table: ['a', 'b'] }],
  [
    'merge into t using s on t.id = s.id when matched and s.gone then delete when matched then update set * when not matched then insert (id, v) values (s.id, 1) when not matched by source then delete',
    {
      kind: 'merge',
      clauses: [
        { when: 'matched', condition: { kind: 'column' }, action: { kind: 'delete' } },
        { when: 'matched', action: { kind: 'update', set: '*' } },
        { when: 'not matched', action: { kind: 'insert', columns: [['id'], ['v']] } },
        { when: 'not matched by source', action: { kind: 'delete' } },
      ],
    },
  ],
  [
    "create or replace table m.s.t (id bigint generated always as identity (start with 10 increment by 2), name string not null comment 'who', total decimal(10, 2) default 0, day date generated always as (cast(ts as date)), constraint pk primary key (id), foreign key (name) references u (n)) using delta partitioned by (day) tblproperties ('a' = 'b', 'c.d' = 1) comment 'all'",
    {
      kind: 'create table',
      orReplace: true,
      columns: [
        { name: 'id', identity: { always: true, start: '10', increment: '2' } },
        { name: 'name', nullable: false, comment: 'who' },
        { name: 'total', default: { kind: 'number' } },
        { name: 'day', generated: { kind: 'cast' } },
      ],
      constraints: [
        { kind: 'primary key', name: 'pk', columns: ['id'] },
        { kind: 'foreign key', table: ['u'], references: ['n'] },
      ],
      clauses: [
        { kind: 'USING delta' },
        { kind: 'PARTITIONED BY' },
        { kind: 'TBLPROPERTIES' },
        { kind: 'COMMENT', text: 'all' },
      ],
    },
  ],
  ['create table t as select 1', { kind: 'create table', query: { kind: 'query' } }],
  ['create table t like s', { kind: 'create table', like: ['s'] }],
  [
    "create temp view v (a comment 'x', b) as values (1, 2)",
    { kind: 'create view', temporary: true, columns: [{ name: 'a', comment: 'x' }, { name: 'b' }] },
  ],
  [
    'create function f(x int, y string default 2) returns int language sql return x + 1',
    {
      kind: 'create function',
      parameters: [{ name: 'x' }, { name: 'y' }],
      body: { kind: 'binary' },
    },
  ],
  [
    'create function f() returns table (a int) return select 1',
    { kind: 'create function', returnsTable: [{ name: 'a' }], body: { kind: 'query' } },
  ],
  ['create schema if not exists s', { kind: 'create schema', ifNotExists: true }],
  ['drop view if exists a.v', { kind: 'drop', what: 'view', ifExists: true }],
  ['alter table t add columns (x int, y string)', { action: { kind: 'add columns' } }],
  ['alter table t rename column a to b', { action: { kind: 'rename column', from: 'a', to: 'b' } }],
  ["alter table t set tblproperties ('a' = 'b')", { action: { kind: 'other' } }],
  ["comment on table t is 'x'", { kind: 'comment on', what: 'TABLE', text: 'x' }],
  ['optimize t zorder by (id)', { kind: 'command', name: 'OPTIMIZE' }],
  ['vacuum t retain 168 hours', { kind: 'command', name: 'VACUUM' }],
  ["copy into t from '/path' fileformat = csv", { kind: 'command', name: 'COPY INTO' }],
  ['describe history t', { kind: 'command', name: 'DESCRIBE HISTORY' }],
  ['set spark.sql.ansi.enabled = false', { kind: 'command', name: 'SET' }],
  ['select 1', { kind: 'query statement' }],
])('%s', (sql, expected) => {
  expect(only(sql)).toMatchObject(expected)
})

test('each statement has its place, and a bad one does not spoil the others', () => {
  const text = "select 1; -- one\nselec 2;\n\nselect ';' ;; select 'open"
  const parts = parseSparkScript(text)
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
    'select 1',
    'selec 2',
    "select ';'",
    expect.stringContaining("select 'open"),
  ])
  expect(parts.map((part) => ('error' in part ? part.error.name : part.statement.kind))).toEqual([
    'query statement',
    'ParseError',
    'query statement',
    'LexError',
  ])
})

test('any text is a script: statements, or errors with a place', () => {
  const piece = fc.constantFrom(
    'select',
    'insert into',
    'create table',
    'merge into',
    't',
    '(',
    ')',
    ',',
    ';',
    "'",
    '`',
    '1',
    'int',
    'as',
    'from',
    'where',
    'when matched then',
    '*',
    '=',
    '.',
    '/*',
    '*/',
    '--',
    '\n',
    'primary key',
    'values',
    'with',
  )
  return fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(' ')
      for (const part of parseSparkScript(text)) {
        expect(part.start).toBeLessThanOrEqual(part.end)
        expect(part.end).toBeLessThanOrEqual(text.length)
        if (!('error' in part)) continue
        expect(part.error instanceof ParseError || part.error instanceof LexError).toBe(true)
      }
    }),
    { numRuns: 5000 },
  )
})
