WITH kept (day, item, quantity, amount) AS (
  SELECT cs_sold_date_sk, cs_item_sk, cs_quantity - coalesce(cr_return_quantity, 0), cs_ext_sales_price - coalesce(cr_return_amount, 0)
  FROM catalog_sales LEFT JOIN catalog_returns ON (cr_order_number, cr_item_sk) = (cs_order_number, cs_item_sk)
  UNION ALL
  SELECT ss_sold_date_sk, ss_item_sk, ss_quantity - coalesce(sr_return_quantity, 0), ss_ext_sales_price - coalesce(sr_return_amt, 0)
  FROM store_sales LEFT JOIN store_returns ON (sr_ticket_number, sr_item_sk) = (ss_ticket_number, ss_item_sk)
  UNION ALL
  SELECT ws_sold_date_sk, ws_item_sk, ws_quantity - coalesce(wr_return_quantity, 0), ws_ext_sales_price - coalesce(wr_return_amt, 0)
  FROM web_sales LEFT JOIN web_returns ON (wr_order_number, wr_item_sk) = (ws_order_number, ws_item_sk)
), years AS (
  SELECT i_brand_id, i_class_id, i_category_id, i_manufact_id,
         sum(quantity) FILTER (WHERE d_year = 2000) AS before, sum(quantity) FILTER (WHERE d_year = 2001) AS after,
         sum(amount) FILTER (WHERE d_year = 2000) AS paid_before, sum(amount) FILTER (WHERE d_year = 2001) AS paid_after
  FROM (
    SELECT DISTINCT d.d_year, i.i_brand_id, i.i_class_id, i.i_category_id, i.i_manufact_id, k.quantity, k.amount
    FROM kept k
    JOIN item i ON i.i_item_sk = k.item AND i.i_category = ANY ('{Books,Music,Shoes}')
    JOIN date_dim d ON d.d_date_sk = k.day
  ) once
  GROUP BY 1, 2, 3, 4
)
SELECT 2000, 2001, i_brand_id, i_class_id, i_category_id, i_manufact_id, before, after, after - before, paid_after - paid_before
FROM years
WHERE after::numeric / before < 0.9
ORDER BY after - before, paid_after - paid_before, i_brand_id, i_manufact_id
LIMIT 100
