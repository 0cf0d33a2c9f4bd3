WITH detail AS (
  SELECT year(d_date) AS y, i.*, cs_quantity - nvl(cr_return_quantity, 0) AS cnt, cs_ext_sales_price - ifnull(cr_return_amount, 0) AS amt
  FROM catalog_sales
  JOIN (SELECT i_item_sk, i_brand_id, i_class_id, i_category_id, i_manufact_id FROM item WHERE i_category IN ('Books', 'Music', 'Shoes')) i ON i_item_sk = cs_item_sk
  JOIN date_dim ON d_date_sk = cs_sold_date_sk
  LEFT JOIN catalog_returns ON cs_order_number = cr_order_number AND cs_item_sk = cr_item_sk
  UNION ALL
  SELECT year(d_date), i.*, ss_quantity - nvl(sr_return_quantity, 0), ss_ext_sales_price - ifnull(sr_return_amt, 0)
  FROM store_sales
  JOIN (SELECT i_item_sk, i_brand_id, i_class_id, i_category_id, i_manufact_id FROM item WHERE i_category IN ('Books', 'Music', 'Shoes')) i ON i_item_sk = ss_item_sk
  JOIN date_dim ON d_date_sk = ss_sold_date_sk
  LEFT JOIN store_returns ON ss_ticket_number = sr_ticket_number AND ss_item_sk = sr_item_sk
  UNION ALL
  SELECT year(d_date), i.*, ws_quantity - nvl(wr_return_quantity, 0), ws_ext_sales_price - ifnull(wr_return_amt, 0)
  FROM web_sales
  JOIN (SELECT i_item_sk, i_brand_id, i_class_id, i_category_id, i_manufact_id FROM item WHERE i_category IN ('Books', 'Music', 'Shoes')) i ON i_item_sk = ws_item_sk
  JOIN date_dim ON d_date_sk = ws_sold_date_sk
  LEFT JOIN web_returns ON ws_order_number = wr_order_number AND ws_item_sk = wr_item_sk
),
once AS (SELECT DISTINCT * EXCEPT (i_item_sk) FROM detail)
SELECT 2000 AS prev_year, 2001 AS year, i_brand_id, i_class_id, i_category_id, i_manufact_id,
       sum(cnt) FILTER (WHERE y = 2000) AS prev_cnt, sum(cnt) FILTER (WHERE y = 2001) AS curr_cnt, curr_cnt - prev_cnt AS cnt_diff,
       sum(amt) FILTER (WHERE y = 2001) - sum(amt) FILTER (WHERE y = 2000) AS amt_diff
FROM once
GROUP BY i_brand_id, i_class_id, i_category_id, i_manufact_id
HAVING sum(cnt) FILTER (WHERE y = 2001)::decimal(17,2) / sum(cnt) FILTER (WHERE y = 2000)::decimal(17,2) < 0.9
ORDER BY cnt_diff, amt_diff, i_brand_id, i_manufact_id
LIMIT 100
