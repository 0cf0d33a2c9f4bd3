-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/orders_of_customer.sql
-- Statements: 1 converted.
-- Parameters of statement 1 (line 3): $1 = :customer_id, $2 = :page_size

-- The last orders of a customer, newest first: the "my orders" page.
-- PARAMETERS: customer_id, page_size
-- 19 % VAT
SELECT
  o.order_id,
  o.status,
  to_char(o.placed_at, 'YYYY-MM-DD HH24:MI') AS placed,
  round((o.total / 1.19)::numeric(18,6), 2) AS net_total,
  (current_date - o.placed_at::date) AS days_ago
FROM shop.orders AS o
WHERE o.customer_id = $1 AND o.placed_at >= (current_date - 365)::timestamptz
ORDER BY o.placed_at DESC NULLS LAST
LIMIT $2;
