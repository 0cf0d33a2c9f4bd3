FROM (
  SELECT 'store' AS channel, 'ss_store_sk' AS col_name, ss_sold_date_sk AS day, ss_item_sk AS item, ss_ext_sales_price AS price FROM store_sales WHERE ss_store_sk IS NULL
  UNION ALL
  SELECT 'web', 'ws_ship_customer_sk', ws_sold_date_sk, ws_item_sk, ws_ext_sales_price FROM web_sales WHERE ws_ship_customer_sk IS NULL
  UNION ALL
  SELECT 'catalog', 'cs_ship_addr_sk', cs_sold_date_sk, cs_item_sk, cs_ext_sales_price FROM catalog_sales WHERE cs_ship_addr_sk IS NULL
) lost
|> JOIN date_dim ON d_date_sk = day
|> JOIN item ON i_item_sk = lost.item
|> EXTEND year(d_date) AS y, quarter(d_date) AS q
|> AGGREGATE count(*) AS sales_cnt, sum(price) AS sales_amt GROUP BY channel, col_name, y, q, i_category
|> ORDER BY channel, col_name, y, q, i_category
|> LIMIT 100
