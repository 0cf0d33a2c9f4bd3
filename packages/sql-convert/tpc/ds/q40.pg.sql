SELECT w.w_state, i.i_item_id,
       coalesce(sum(kept.amount) FILTER (WHERE kept.day < '2000-09-11'), CASE WHEN bool_or(kept.day >= '2000-09-11') THEN 0 END),
       coalesce(sum(kept.amount) FILTER (WHERE kept.day >= '2000-09-11'), CASE WHEN bool_or(kept.day < '2000-09-11') THEN 0 END)
FROM (
  SELECT d.d_date AS day, cs.cs_warehouse_sk, cs.cs_item_sk, cs.cs_sales_price - coalesce(cr.cr_refunded_cash, 0) AS amount
  FROM catalog_sales cs
  JOIN date_dim d ON d.d_date_sk = cs.cs_sold_date_sk AND abs(d.d_date - date '2000-09-11') <= 30
  LEFT JOIN catalog_returns cr ON cr.cr_order_number = cs.cs_order_number AND cr.cr_item_sk = cs.cs_item_sk
) kept
JOIN warehouse w ON w.w_warehouse_sk = kept.cs_warehouse_sk
JOIN item i ON i.i_item_sk = kept.cs_item_sk AND i.i_current_price BETWEEN 0.99 AND 61.49
GROUP BY w.w_state, i.i_item_id
ORDER BY w.w_state NULLS FIRST, i.i_item_id NULLS FIRST
LIMIT 100
