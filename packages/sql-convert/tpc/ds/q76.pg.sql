SELECT lost.channel, lost.missing, d.d_year, d.d_qoy, i.i_category, count(*), sum(lost.amount)
FROM (
  SELECT 'store', 'ss_store_sk', ss_sold_date_sk, ss_item_sk, ss_ext_sales_price FROM store_sales WHERE ss_store_sk IS NULL
  UNION ALL
  SELECT 'web', 'ws_ship_customer_sk', ws_sold_date_sk, ws_item_sk, ws_ext_sales_price FROM web_sales WHERE ws_ship_customer_sk IS NULL
  UNION ALL
  SELECT 'catalog', 'cs_ship_addr_sk', cs_sold_date_sk, cs_item_sk, cs_ext_sales_price FROM catalog_sales WHERE cs_ship_addr_sk IS NULL
) lost (channel, missing, day, item, amount)
JOIN date_dim d ON d.d_date_sk = lost.day
JOIN item i ON i.i_item_sk = lost.item
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3 NULLS FIRST, 4 NULLS FIRST, 5 NULLS FIRST
LIMIT 100
