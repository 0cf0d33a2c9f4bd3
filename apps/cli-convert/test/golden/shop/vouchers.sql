-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/vouchers.sql
-- Statements: 1 converted, 1 not applicable, 1 unsupported.
-- Needs spark_compat: months_between.
-- Run spark_compat.sql first.

-- Customers who get a voucher this month.
SELECT
  customer_id,
  email,
  ((preferences -> 'language') #>> '{}') AS language,
  spark_compat.months_between(now()::timestamp, created_at::timestamp) AS months
FROM shop.customers
WHERE loyalty_points >= 500 AND (email ~ '^[^@]+@[^@]+$')
ORDER BY loyalty_points DESC NULLS LAST;

-- Not applicable:
-- note SQ004 7:1 OPTIMIZE: there are no files to compact; autovacuum keeps tables in order.
-- OPTIMIZE main.shop.customers ZORDER BY (loyalty_points)

-- What a model thinks of them has no counterpart in Postgres.
-- NOT CONVERTED (unsupported):
-- error SQ002 10:21 ai_classify: it calls a model of Databricks
--   Compute the column in Databricks before the sync.
-- SELECT customer_id, ai_classify(preferences['note'], array('happy', 'angry')) AS mood
-- FROM main.shop.customers
