/** Tables of a small shop, known to the converter. */
export const TABLES = `
CREATE TABLE orders (id BIGINT, customer_id BIGINT, status STRING, total DECIMAL(12, 2), placed_at TIMESTAMP, country STRING, coupon STRING);
CREATE TABLE items (order_id BIGINT, sku STRING, quantity INT, price DECIMAL(10, 2), discount DOUBLE);
CREATE TABLE customers (id BIGINT, name STRING, email STRING, country STRING, signed_up DATE, tags ARRAY<STRING>);
CREATE TABLE products (sku STRING, name STRING, category STRING, weight DOUBLE, attributes MAP<STRING, STRING>);
CREATE TABLE events (id BIGINT, customer_id BIGINT, kind STRING, at TIMESTAMP, payload STRING);
CREATE TABLE sales (region STRING, quarter STRING, amount DECIMAL(12, 2));
CREATE TABLE wide (id BIGINT, q1 INT, q2 INT, q3 INT)
`

/** Statements with every clause that the census knows, in the forms that people write. */
export const STATEMENTS: readonly string[] = [
  // Conditions
  "SELECT id, total FROM orders WHERE status = 'open' AND total > 100 AND coupon IS NOT NULL",
  "SELECT id FROM orders WHERE (status = 'open' OR status = 'held') AND country IN ('DE', 'FR') AND total BETWEEN 5 AND 9",
  "SELECT id FROM orders WHERE NOT (total < 3) AND country NOT IN ('US', 'CA') AND coupon IS NULL",
  'SELECT id FROM orders WHERE customer_id <=> :customer AND total >= :least AND total <= :most',
  'SELECT id FROM orders WHERE customer_id = ? AND status = ? AND placed_at > ? LIMIT ?',
  // Joins
  'SELECT o.id, i.sku, p.name FROM orders o JOIN items i ON o.id = i.order_id LEFT JOIN products p ON p.sku = i.sku AND p.weight > 2',
  'SELECT o.id, c.name FROM orders o RIGHT OUTER JOIN customers c ON c.id = o.customer_id',
  'SELECT o.id, c.name FROM orders o FULL JOIN customers c ON c.id = o.customer_id WHERE o.total > 7',
  'SELECT o.id, i.sku FROM orders o, items i WHERE o.id = i.order_id AND i.quantity > 1',
  'SELECT a.id, b.id AS other FROM orders a CROSS JOIN orders b WHERE a.total = b.total',
  'SELECT sku, name, quantity FROM items JOIN products USING (sku)',
  'SELECT id FROM orders o LEFT SEMI JOIN items i ON o.id = i.order_id AND i.quantity > 4',
  "SELECT id FROM customers c LEFT ANTI JOIN orders o ON o.customer_id = c.id AND o.status = 'open'",
  'SELECT name FROM customers NATURAL JOIN orders',
  // Sub-queries
  'SELECT id FROM orders o WHERE EXISTS (SELECT * FROM items i WHERE i.order_id = o.id AND i.discount > 0.5)',
  'SELECT id FROM orders o WHERE NOT EXISTS (SELECT * FROM items i WHERE i.order_id = o.id)',
  "SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers WHERE country = 'DE')",
  'SELECT id, (SELECT max(price) FROM items i WHERE i.order_id = o.id) AS dearest FROM orders o',
  'SELECT q.country, q.n FROM (SELECT country, count(*) AS n FROM customers GROUP BY country) q WHERE q.n > 10',
  "SELECT name FROM customers WHERE name LIKE 'A%' AND email NOT LIKE '%@example' AND country <> 'US'",
  // Groups
  'SELECT country, status, sum(total) AS revenue, count(*) AS n FROM orders GROUP BY country, status HAVING sum(total) > 1000 AND count(*) > 2',
  'SELECT country, avg(total), min(total), max(total) FROM orders GROUP BY 1 ORDER BY 1',
  'SELECT upper(country) AS land, count(DISTINCT customer_id) AS buyers FROM orders GROUP BY land ORDER BY buyers DESC, land',
  'SELECT country, status, sum(total) FROM orders GROUP BY ALL',
  "SELECT region, count(*) FILTER (WHERE amount > 3) AS large, count_if(quarter = 'Q1') AS first FROM sales GROUP BY region",
  'SELECT DISTINCT country, status FROM orders',
  "SELECT country, listagg(status, ',') WITHIN GROUP (ORDER BY id DESC) AS states FROM orders GROUP BY country",
  // Orders and limits
  'SELECT id, total FROM orders ORDER BY total DESC NULLS LAST, id ASC NULLS FIRST LIMIT 10 OFFSET 20',
  'SELECT id FROM orders ORDER BY placed_at, total DESC LIMIT 7',
  'SELECT sku, price * quantity AS amount FROM items ORDER BY amount DESC LIMIT 3',
  'SELECT * FROM orders ORDER BY 2, 1 LIMIT 4',
  'SELECT country, id FROM customers ORDER BY ALL',
  // Windows
  'SELECT id, row_number() OVER (PARTITION BY customer_id, country ORDER BY placed_at DESC, id) AS place FROM orders',
  'SELECT id, sum(total) OVER (PARTITION BY country ORDER BY placed_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS running FROM orders',
  'SELECT id, avg(total) OVER w AS mean, lag(total, 1) OVER w AS before FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY placed_at)',
  'SELECT id, customer_id, total FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY total DESC) = 1 AND total > 5',
  'SELECT id, rank() OVER (ORDER BY total DESC) AS place, dense_rank() OVER (ORDER BY total) AS dense FROM orders',
  // Set operations and WITH
  "SELECT id FROM orders WHERE status = 'open' UNION ALL SELECT id FROM events WHERE kind = 'order' ORDER BY 1 LIMIT 5",
  'SELECT country FROM orders UNION SELECT country FROM customers EXCEPT SELECT region FROM sales',
  'SELECT id FROM orders INTERSECT SELECT id FROM customers',
  'WITH big AS (SELECT customer_id, sum(total) AS spent FROM orders GROUP BY customer_id HAVING sum(total) > 500), named AS (SELECT id, name FROM customers) SELECT n.name, b.spent FROM big b JOIN named n ON n.id = b.customer_id ORDER BY b.spent DESC',
  'WITH RECURSIVE walk AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM walk WHERE n < 8) SELECT n FROM walk',
  // Generators
  'SELECT c.id, tag FROM customers c LATERAL VIEW explode(c.tags) t AS tag WHERE tag > :from',
  'SELECT id, explode(tags) AS tag FROM customers WHERE id > 2',
  // Expressions
  "SELECT id, CASE WHEN total > 100 THEN 'large' WHEN total > 10 THEN 'middle' ELSE 'small' END AS size FROM orders",
  'SELECT id, coalesce(coupon, status) AS word, if(total > 5, country, status) AS other FROM orders',
  "SELECT * FROM VALUES (1, 'a'), (2, 'b'), (3, 'c') AS v(id, name) WHERE id > 1",
  // Pipes
  'FROM orders |> WHERE total > 20 |> AGGREGATE sum(total) AS revenue GROUP BY country |> ORDER BY revenue DESC |> LIMIT 6',
  'FROM orders |> EXTEND total * 2 AS twice |> WHERE twice > 9 |> SELECT id, twice',
  // Changes
  "INSERT INTO orders (id, status, total) SELECT id, kind, 0 FROM events WHERE kind = 'order' AND customer_id > 3",
  "INSERT INTO sales VALUES ('north', 'Q1', 10), ('south', 'Q2', 20)",
  'INSERT OVERWRITE sales SELECT country, status, sum(total) FROM orders GROUP BY country, status',
  "UPDATE orders SET status = 'closed', total = total * 2 WHERE placed_at < :before AND country = 'DE'",
  "DELETE FROM orders WHERE status = 'void' AND total = 0",
  "MERGE INTO orders t USING events s ON t.id = s.id AND s.kind = 'order' WHEN MATCHED AND s.customer_id = 5 THEN UPDATE SET t.status = s.kind, t.customer_id = s.customer_id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (id, status) VALUES (s.id, s.kind)",
  // Definitions
  'CREATE TABLE stock (sku STRING NOT NULL, amount INT DEFAULT 0, place STRING, CONSTRAINT stock_key PRIMARY KEY (sku))',
  'CREATE TABLE big_orders AS SELECT id, total FROM orders WHERE total > 1000',
  "CREATE OR REPLACE VIEW german AS SELECT id, total FROM orders WHERE country = 'DE'",
  'ALTER TABLE orders ADD COLUMNS (note STRING, weight DOUBLE)',
]

/** Statements whose conversion has parts of its own: filters, orders and constants that no clause of the source is. */
export const REWRITTEN: readonly string[] = [
  "SELECT id FROM customers WHERE name LIKE ANY ('A%', 'B%')",
  "SELECT name FROM customers WHERE name LIKE 'A%' AND email RLIKE '@example' AND country <> 'US'",
  'SELECT region, quarter, sum(amount) FROM sales GROUP BY region, quarter WITH ROLLUP',
  'SELECT region, quarter, sum(amount) FROM sales GROUP BY CUBE (region, quarter)',
  'SELECT region, quarter, sum(amount) FROM sales GROUP BY GROUPING SETS ((region, quarter), (region), ())',
  'SELECT customer_id, collect_list(status) AS all_of, collect_set(country) AS lands, max_by(id, total) AS largest FROM orders GROUP BY customer_id',
  'SELECT percentile_approx(total, 0.5), approx_count_distinct(customer_id) FROM orders WHERE country = :land',
  'SELECT c.id, place, tag FROM customers c LATERAL VIEW OUTER posexplode(c.tags) t AS place, tag',
  "SELECT * FROM sales PIVOT (sum(amount) AS total FOR quarter IN ('Q1', 'Q2', 'Q3'))",
  'SELECT * FROM wide UNPIVOT (amount FOR quarter IN (q1, q2, q3))',
  "SELECT attributes['colour'] AS colour, payload:user.id AS who, date_format(at, 'yyyy-MM-dd') AS day FROM products p JOIN events e ON e.kind = p.sku",
  'SELECT transform(tags, t -> upper(t)) AS upper_tags, size(tags) AS n FROM customers WHERE exists(tags, t -> t = :tag)',
  "SELECT date_add(signed_up, 30) AS later, datediff(DAY, signed_up, current_date()) AS days FROM customers WHERE signed_up > DATE'2026-01-01'",
]
