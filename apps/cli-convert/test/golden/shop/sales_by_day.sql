-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/sales_by_day.sql
-- Statements: 1 converted.
-- Needs spark_compat: try_decimal.
-- Run spark_compat.sql first.

-- Sales of the last weeks by day and currency, for the dashboard.
SELECT
  date_trunc('day', placed_at) AS day,
  currency,
  count(*) AS orders,
  count(DISTINCT customer_id) AS customers,
  sum(total) AS revenue,
  percentile_cont(0.5::double precision) WITHIN GROUP (ORDER BY total::double precision) AS median_order,
  spark_compat.try_decimal(round(sum(total), 18) / nullif(count(*) FILTER (WHERE status = 'returned'), 0), 38, 18) AS revenue_per_return
FROM shop.orders
WHERE placed_at >= (current_date + make_interval(months => (-2)))::date::timestamptz
GROUP BY 1, 2
ORDER BY day NULLS FIRST, currency NULLS FIRST;
