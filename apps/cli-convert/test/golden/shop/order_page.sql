-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/order_page.sql
-- Statements: 1 converted.
-- Parameters of statement 1 (line 2): $1 = ?

-- One order with its lines in a single row, for the order page.
SELECT
  o.order_id,
  coalesce(o.status, 'new'::text) AS status,
  concat_ws(', '::text, a.street, a.postal_code, a.city) AS ship_to,
  count(*) AS line_count,
  sum((i.quantity * i.unit_price)::numeric(21,2)) AS lines_total,
  coalesce(array_agg(i.sku) FILTER (WHERE i.sku IS NOT NULL), '{}') AS skus,
  max(coalesce(p.paid_at, o.placed_at)) AS settled_at
FROM shop.orders AS o
  JOIN shop.order_items AS i USING (order_id)
  LEFT JOIN shop.addresses AS a ON a.address_id = o.shipping_address_id
  LEFT JOIN shop.payments AS p ON p.order_id = o.order_id AND p.method <> 'voucher'
WHERE o.order_id = $1
GROUP BY 1, 2, 3;
