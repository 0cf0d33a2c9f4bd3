-- One order with its lines in a single row, for the order page.
SELECT
  o.order_id,
  nvl(o.status, 'new') AS status,
  concat_ws(', ', a.street, a.postal_code, a.city) AS ship_to,
  count(*) AS line_count,
  sum(i.quantity * i.unit_price) AS lines_total,
  collect_list(i.sku) AS skus,
  max(coalesce(p.paid_at, o.placed_at)) AS settled_at
FROM main.shop.orders o
JOIN main.shop.order_items i USING (order_id)
LEFT JOIN main.shop.addresses a ON a.address_id = o.shipping_address_id
LEFT JOIN main.shop.payments p ON p.order_id = o.order_id AND p.method <> 'voucher'
WHERE o.order_id = ?
GROUP BY ALL;
