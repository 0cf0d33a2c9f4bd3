-- Converted from Databricks SQL to PostgreSQL 17 by a test.
-- Source: orders.sql
-- Statements: 2 converted, 1 unsupported, 1 not applicable, 1 parse error.
-- Needs spark_compat: div.
-- Run spark_compat.sql first.
-- Parameters of statement 1 (line 5): $1 = :customer_id, $2 = ? no. 1, $3 = ? no. 2

-- Orders of a customer
-- PARAMETERS: customer_id

/* all of them */
-- the key
/* hint: BROADCAST(c) */
SELECT order_id, spark_compat.div(total, 2) AS half
FROM orders
WHERE customer_id = $1 AND (state IN ($2, $3)); -- beside

-- NOT CONVERTED (unsupported):
-- error SQ002 9:8 the function sentiment has no rule
--   Write it as a Postgres function of your own, or compute the column in Databricks before the sync.
-- SELECT sentiment(note)
-- FROM orders

-- Not applicable:
-- note SQ004 11:1 OPTIMIZE: there are no files to compact; autovacuum keeps tables in order.
-- OPTIMIZE orders

-- NOT CONVERTED (parse_error):
-- error SQ001 12:1 expected a query, found "SELEC"
-- SELEC 1

SELECT order_id FROM orders;
-- the end
