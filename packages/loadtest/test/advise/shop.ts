import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import type { RunSql } from '../../src/advise/run-sql.js'

/** A database with a few tables large enough for an index to matter. */
export interface ShopDatabase {
  readonly server: LocalPostgres
  readonly sql: postgres.Sql
  readonly url: string
  readonly runSql: RunSql
  readonly stop: () => Promise<void>
}

const TABLES = `
CREATE TABLE customers (
  id bigint PRIMARY KEY, email text NOT NULL, country char(2), is_blocked boolean NOT NULL, tags text[],
  profile jsonb, created_at timestamptz NOT NULL);
INSERT INTO customers SELECT g, 'User' || g || '@example.com', chr(65 + g % 26) || chr(65 + g % 7),
  g % 500 = 0, ARRAY['t' || g % 300, 'u' || g % 7], jsonb_build_object('plan', 'p' || g % 400),
  timestamptz '2026-01-01' + g * interval '1 minute' FROM generate_series(1, 20000) g;
CREATE TABLE orders (
  id bigint PRIMARY KEY, customer_id bigint NOT NULL, status text NOT NULL, total numeric(10, 2),
  note text, placed_at timestamp NOT NULL);
INSERT INTO orders SELECT g, (g * 7919) % 20000 + 1, CASE WHEN g % 200 = 0 THEN 'open' ELSE 'done' END,
  g % 1000, repeat('x', 60), timestamp '2026-01-01' + (g * 37 % 100000) * interval '1 minute'
  FROM generate_series(1, 100000) g;
CREATE TABLE items (order_id bigint NOT NULL, line int NOT NULL, sku text NOT NULL, quantity int);
INSERT INTO items SELECT g / 2, g % 2, 'sku-' || g * 31 % 5000, g % 9 FROM generate_series(1, 100000) g;
CREATE VIEW open_orders AS SELECT o.id, o.customer_id AS buyer, o.total FROM orders o WHERE o.status = 'open';
VACUUM ANALYZE`

export async function openShop(): Promise<ShopDatabase> {
  const server = await startPostgres()
  const url = await server.createDatabase()
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  for (const statement of TABLES.split(';\n')) await sql.unsafe(statement)
  return {
    server,
    sql,
    url,
    runSql: (text, parameters = []) => sql.unsafe(text, [...parameters]),
    stop: async () => {
      await sql.end()
      await server.stop()
    },
  }
}
