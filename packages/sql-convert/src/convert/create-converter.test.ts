import { expect, test } from 'vitest'
import { createConverter } from './create-converter.js'

const convert = (text: string) => createConverter().convert(text).statements

test('divides integers as Databricks does', () => {
  expect(convert('SELECT a / b FROM VALUES (7, 2) AS t(a, b)')[0]?.sql).toEqual([
    'SELECT a::double precision / b::double precision FROM (VALUES (7, 2)) AS t(a, b)',
  ])
})

test('knows the columns that earlier statements create', () => {
  const [, query] = convert(
    'CREATE TABLE t (a INT, b STRING) USING DELTA; SELECT * EXCEPT (a) FROM t',
  )
  expect(query?.sql).toEqual(['SELECT b FROM t'])
})

test('knows the tables of a schema', () => {
  const schema = [
    { name: ['shop', 'orders'], columns: [{ name: 'id', type: { kind: 'bigint' } as const }] },
  ]
  const [query] = createConverter({ schema }).convert(
    'SELECT id / 2 FROM main.shop.orders',
  ).statements
  expect(query?.sql).toEqual(['SELECT id::double precision / 2::double precision FROM shop.orders'])
  expect(query?.diagnostics.map(({ code }) => code)).toEqual(['SQ010'])
})

test('leaves types that it does not know to overloads of spark_compat', () => {
  const [query] = convert('SELECT a / b FROM t')
  expect(query?.sql).toEqual(['SELECT spark_compat.div(a, b) FROM t'])
  expect(query?.compatFunctions).toEqual(['div'])
})

test('refuses a function without a rule, with its place', () => {
  const [query] = convert('SELECT id, ai_query(prompt) FROM t')
  expect(query).toMatchObject({
    status: 'unsupported',
    sql: [],
    diagnostics: [{ code: 'SQ002', severity: 'error', span: { start: 11, end: 27 } }],
  })
})

test('says which statement needs which columns', () => {
  expect(convert('SELECT * EXCEPT (a) FROM t')[0]).toMatchObject({
    status: 'needs_schema',
    diagnostics: [{ message: '* EXCEPT needs the columns of the tables' }],
  })
})

test('has nothing to do for what is about files', () => {
  const statuses = convert('OPTIMIZE t; VACUUM t; SET spark.sql.shuffle.partitions = 8').map(
    ({ status }) => status,
  )
  expect(statuses).toEqual(['not_applicable', 'not_applicable', 'not_applicable'])
})

test('goes on behind a statement that cannot be read', () => {
  expect(convert('SELEC 1; SELECT 1').map(({ status }) => status)).toEqual([
    'parse_error',
    'converted',
  ])
})

test('says where it cannot read on, and nothing else of what stands there', () => {
  expect(convert('SELECT >')[0]?.diagnostics[0]?.span).toStrictEqual({ start: 7, end: 8 })
})

test('leaves PostgreSQL as it is', () => {
  const text = 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'
  expect(convert(text)).toMatchObject([{ status: 'already_postgres', sql: [text] }])
})

test('numbers parameters, and one name is one parameter', () => {
  const [query] = convert('SELECT * FROM t WHERE a = :id AND b > :id AND c = ?')
  expect(query?.sql).toEqual(['SELECT * FROM t WHERE a = $1 AND b > $1 AND c = $2'])
  expect(query?.parameters).toEqual([':id', '?'])
})

test('says what differs', () => {
  const [query] = convert('SELECT a, b FROM t ORDER BY a LIMIT 10')
  expect(query?.semantics).toBe('equivalent')
  expect(query?.diagnostics.map(({ severity }) => severity)).toEqual(['note', 'note'])
})

test('replaces a semi join by EXISTS', () => {
  expect(
    convert('SELECT o.id FROM orders o LEFT SEMI JOIN items i ON i.order_id = o.id')[0]?.sql,
  ).toEqual([
    'SELECT o.id FROM orders AS o WHERE EXISTS (SELECT * FROM items AS i WHERE i.order_id = o.id)',
  ])
})

test('writes a long statement on several lines', () => {
  const [query] = convert(
    `SELECT customer_id, count(*) AS orders, sum(total_amount) AS total_amount, max(created_at) AS last_order
     FROM orders WHERE status = 'paid' AND created_at >= current_date() - INTERVAL 90 DAYS
     GROUP BY ALL ORDER BY total_amount DESC, customer_id LIMIT 20`,
  )
  expect(query?.sql.join('\n')).toMatchSnapshot()
})

test('writes long joins, tables and changes on several lines', () => {
  const statements = convert(
    `CREATE TABLE orders (id BIGINT NOT NULL, status STRING, amount DECIMAL(10, 2),
       CONSTRAINT whole CHECK (status IN ('open', 'paid', 'returned') AND amount >= 0 AND length(status) < 20 AND id > 0));
     MERGE INTO orders t USING (SELECT * FROM updates WHERE day = current_date()) s ON t.id = s.id
       WHEN MATCHED AND s.status = 'gone' THEN DELETE
       WHEN MATCHED THEN UPDATE SET t.status = s.status, t.amount = s.amount, t.id = s.id;
     SELECT c.name, o.id FROM customers c
       JOIN orders o ON o.customer_id = c.id AND o.status = 'paid' AND o.created_at > c.created_at
       LEFT JOIN items i ON i.order_id = o.id;
     UPDATE orders SET status = 'paid' WHERE id IN (SELECT id FROM payments) AND status = 'open' AND amount > 100`,
  )
  expect(statements.flatMap(({ sql }) => sql).join(';\n')).toMatchSnapshot()
})

test('a partition is columns like others', () => {
  const [, insert] = convert(
    "CREATE TABLE t (a INT, day DATE); INSERT OVERWRITE t PARTITION (day = '2026-01-01') SELECT 1",
  )
  expect(insert?.sql).toEqual([
    "DELETE FROM t WHERE day = '2026-01-01'::date",
    "INSERT INTO t (a, day) SELECT _q.*, '2026-01-01'::date FROM (SELECT 1) AS _q",
  ])
  expect(convert("INSERT INTO t PARTITION (day = '2026-01-01') SELECT 1")[0]?.status).toBe(
    'needs_schema',
  )
})

test('what only files have is not applicable', () => {
  expect(convert("ALTER TABLE t SET TBLPROPERTIES ('a' = 'b')")[0]?.status).toBe('not_applicable')
  expect(convert('USE CATALOG main')[0]?.status).toBe('not_applicable')
})

test('a chain of thousands of operators is refused', () => {
  const [query] = convert(`SELECT 1 ${'> 1 '.repeat(20_000)}`)
  expect(query?.status).toBe('unsupported')
})

test('a long sum beside a key is converted in time that grows with it', () => {
  const start = process.cpuUsage()
  const [query] = convert(`SELECT a, b${' + b'.repeat(1500)}, count(*) FROM t GROUP BY ALL`)
  expect(query?.status).toBe('converted')
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000)
})

test('keys of AGGREGATE may share a name', () => {
  expect(
    convert('VALUES (1, 2) t(x, y) |> AGGREGATE GROUP BY x AS z, x + y AS z')[0]?.sql[0],
  ).toMatch(/GROUP BY 1, 2$/)
})

test('a stack of more rows than anyone writes is refused', () => {
  expect(convert('SELECT stack(2222222222222222222222, 1)')[0]?.status).toBe('unsupported')
})

test.each(["SELECT format_string('%.9999999999e', 1.5D)", 'SELECT CAST(1 AS DECIMAL(999, 5))'])(
  'sizes that no engine has are refused: %s',
  (sql) => {
    expect(convert(sql)[0]?.status).toBe('unsupported')
  },
)

test('a pattern of many optional parts is refused, and not tried in all ways', () => {
  const [query] = convert(`SELECT to_timestamp(s, 'yyyy${'[ HH]'.repeat(60)}') FROM t`)
  expect(query?.status).toBe('unsupported')
})
