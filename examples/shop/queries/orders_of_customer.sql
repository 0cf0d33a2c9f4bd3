-- The last orders of a customer, newest first: the "my orders" page.
-- PARAMETERS: customer_id, page_size
SELECT
  o.order_id,
  o.status,
  date_format(o.placed_at, 'yyyy-MM-dd HH:mm') AS placed,
  round(o.total / 1.19, 2) AS net_total, -- 19 % VAT
  datediff(current_date(), to_date(o.placed_at)) AS days_ago
FROM main.shop.orders AS o
WHERE o.customer_id = :customer_id
  AND o.placed_at >= date_sub(current_date(), 365)
ORDER BY o.placed_at DESC
LIMIT :page_size;
