import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Tables of a small shop, without the index that its queries want. */
export const SETUP = `CREATE TABLE orders (order_id bigint PRIMARY KEY, customer_id int NOT NULL, total numeric(10,2), placed_at timestamptz NOT NULL);
INSERT INTO orders SELECT n, n % 5000, n % 997, now() - n * interval '1 minute' FROM generate_series(1, 60000) n;
CREATE TABLE visits (visit_id bigint GENERATED ALWAYS AS IDENTITY, customer_id int NOT NULL);
ANALYZE;
`

const SCENARIO = `name: small shop
seed: 7
connections: 8
scripts:
  order_by_id:
    weight: 6
    sql: SELECT order_id, total FROM orders WHERE order_id = :id
    parameters: { id: { uniform: [1, 60000] } }
  visit:
    weight: 3
    sql: INSERT INTO visits (customer_id) VALUES (:customer)
    parameters: { customer: { uniform: [0, 4999] } }
  orders_of_customer:
    sql: SELECT order_id, total FROM orders WHERE customer_id = :customer ORDER BY placed_at DESC LIMIT 10
    parameters: { customer: { uniform: [0, 4999] } }
load: { rate: 100/s, arrivals: constant, warm_up: 1s, duration: 3s }
objectives: { p99: 20s, errors: 0% }
`

/** A folder with `loadtest.yml` and `setup.sql`. */
export function shopFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loadtest-shop-'))
  writeFileSync(join(folder, 'loadtest.yml'), SCENARIO)
  writeFileSync(join(folder, 'setup.sql'), SETUP)
  return folder
}
