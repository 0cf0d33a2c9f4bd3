import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typeText } from '../type/type-text.js'
import { SchemaError } from './schema-error.js'
import { schemaFromDdl } from './schema-from-ddl.js'
import { schemaFromJson } from './schema-from-json.js'
import type { SchemaTable } from './schema-table.js'

function shown(tables: readonly SchemaTable[]) {
  return tables.map(
    ({ name, columns }) =>
      `${name.join('/')}: ${columns.map((one) => `${one.name} ${typeText(one.type)}`).join(', ')}`,
  )
}

function errorOf(read: () => unknown): SchemaError | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof SchemaError) return error
    throw error
  }
  return undefined
}

test('tables of Databricks, other statements passed over', () => {
  const ddl = `CREATE SCHEMA shop;
    CREATE OR REPLACE TABLE main.shop.orders (
      id BIGINT NOT NULL COMMENT 'it\\'s the key', total DECIMAL(10, 2), tags ARRAY<STRING>,
      at TIMESTAMP, shape GEOMETRY, CONSTRAINT pk PRIMARY KEY (id)) USING DELTA;
    OPTIMIZE main.shop.orders;
    CREATE TABLE copy AS SELECT * FROM main.shop.orders`
  expect(shown(schemaFromDdl(ddl))).toEqual([
    'main/shop/orders: id bigint, total decimal(10,2), tags array<string>, at timestamp, shape unknown',
  ])
})

test('tables of PostgreSQL, as a dump writes them', () => {
  const ddl = `SET search_path = '';
    CREATE TYPE public.mood AS ENUM ('sad', 'ok');
    CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; CREATE TABLE no (a int) $$;
    CREATE TABLE ONLY_here (x timestamp(3) with time zone, y double precision);
    -- CREATE TABLE commented (a int);
    CREATE UNLOGGED TABLE IF NOT EXISTS public."Orders" (
      id integer DEFAULT nextval('s'::regclass) NOT NULL,
      "Note" character varying(20) COLLATE "C" DEFAULT 'a;b,(',
      price numeric(12,2) CHECK (price > 0), any_price numeric, tags text[] NOT NULL,
      doc jsonb, at timestamp without time zone, feeling public.mood, owner uuid, code character(3),
      FOREIGN KEY (owner) REFERENCES people(id), PRIMARY KEY (id)
    ) PARTITION BY RANGE (at);
    CREATE TABLE part PARTITION OF public."Orders" FOR VALUES FROM (1) TO (2);
    COPY public.t (a) FROM stdin;
it's not quoted; CREATE TABLE no (a int);
\\.
    CREATE TABLE last (ok boolean);`
  expect(shown(schemaFromDdl(ddl))).toEqual([
    'only_here: x timestamp, y double',
    'public/Orders: id int, Note varchar(20), price decimal(12,2), any_price unknown, tags array<string>, doc variant, at timestamp_ntz, feeling unknown, owner unknown, code char(3)',
    'last: ok boolean',
  ])
})

test('a type that nobody has is refused with its place', () => {
  expect(errorOf(() => schemaFromDdl('CREATE TABLE t (\n  a BIGNIT\n)'))).toMatchObject({
    message: '2:5 no type of Databricks or PostgreSQL: BIGNIT',
    line: 2,
    column: 5,
    code: 'SCHEMA_INVALID',
  })
  const postgres = 'CREATE TABLE t (id serial,\r\n a  nummeric(10,2))'
  expect(errorOf(() => schemaFromDdl(postgres))).toMatchObject({ line: 2, column: 5 })
})

test('a CREATE TABLE that cannot be read is refused with its place', () => {
  expect(errorOf(() => schemaFromDdl('SELEC 1;\nCREATE TABLE t (a INT,, b INT)'))).toMatchObject({
    line: 2,
    column: 23,
  })
  expect(errorOf(() => schemaFromDdl('CREATE TABLE t (a text, b'))?.message).toContain('no end')
})

test('JSON, with types of either', () => {
  const json = `{"tables": [{"name": "main.\`my shop\`.t", "columns": [
    {"name": "a", "type": "MAP<STRING, INT>"}, {"name": "b", "type": "text[]"},
    {"name": "c", "type": "timestamp"}, {"name": "d", "type": "timestamp with time zone"}]}]}`
  expect(shown(schemaFromJson(json))).toEqual([
    'main/my shop/t: a map<string,int>, b array<string>, c timestamp, d timestamp',
  ])
})

test.each([
  ['[{"name": "t", "columns": [\n {"name": "a", "type": "INTT"}]}]', 2, 24],
  ['[{"name": "t",\n "columns": {}}]', 2, 13],
  ['[{"name": "t", "columns": [{"name": "a"}]}]', 1, 28],
  ['[{"name": "t..u", "columns": []}]', 1, 11],
  ['[{"name": "t" "columns": []}]', 1, 15],
  ['[{"name": "t"}]', 1, 2],
  ['[1.2.3]', 1, 7],
  ['', 1, 1],
])('%j is refused at %i:%i', (json, line, column) => {
  expect(errorOf(() => schemaFromJson(json))).toMatchObject({ line, column })
})

test('whatever the text, there are tables or a SchemaError', () => {
  const word = fc.constantFrom(
    ...'create table t ( a int text , ) ; " \' $$ numeric(1 [] { } [ : "name" "columns" "type" -- /* ` .'.split(
      ' ',
    ),
  )
  const script = fc.oneof(
    fc.string(),
    fc.array(word).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(script, (text) => {
      errorOf(() => schemaFromDdl(text))
      errorOf(() => schemaFromJson(text))
    }),
  )
})

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(errorOf(() => schemaFromJson(text))?.message ?? '').not.toContain('found')
    }),
  )
})
