-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/add_points.sql
-- Statements: 1 converted.
-- Parameters of statement 1 (line 2): $1 = :total, $2 = :customer_id

-- Points after a purchase; the only write.
UPDATE shop.customers
SET
  loyalty_points = (loyalty_points + trunc($1::double precision / 10)::bigint)::int,
  updated_at = current_timestamp
WHERE customer_id = $2;
