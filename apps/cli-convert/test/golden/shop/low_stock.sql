-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/low_stock.sql
-- Statements: 1 converted.

/* Products to be ordered again: little free stock, sold within the last month,
   and not on order already. */
WITH free AS (
  SELECT
    sku,
    sum(on_hand - reserved) AS units,
    count(*) FILTER (WHERE on_hand = 0) AS empty_warehouses
  FROM shop.inventory
  GROUP BY sku
),
sold AS (
  SELECT i.sku, sum(i.quantity) AS units
  FROM shop.order_items AS i JOIN shop.orders AS o ON o.order_id = i.order_id
  WHERE o.placed_at >= current_timestamp - INTERVAL '30 days'
  GROUP BY i.sku
)
SELECT f.sku, f.units, f.empty_warehouses, s.units / 30 AS sold_a_day
FROM free AS f JOIN sold AS s ON s.sku IS NOT DISTINCT FROM f.sku
WHERE f.units < s.units::double precision / 4::double precision
  AND NOT EXISTS (SELECT * FROM shop.orders AS o WHERE o.status = ('restock:'::text || f.sku))
ORDER BY f.units NULLS FIRST;
