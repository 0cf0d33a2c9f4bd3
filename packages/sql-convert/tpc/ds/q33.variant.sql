WITH sold AS (
  SELECT ss_item_sk AS item, ss_sold_date_sk AS day, ss_addr_sk AS addr, ss_ext_sales_price AS amount FROM store_sales
  UNION ALL
  SELECT cs_item_sk, cs_sold_date_sk, cs_bill_addr_sk, cs_ext_sales_price FROM catalog_sales
  UNION ALL
  SELECT ws_item_sk, ws_sold_date_sk, ws_bill_addr_sk, ws_ext_sales_price FROM web_sales
)
SELECT i.i_manufact_id, sum(amount) AS total_sales
FROM sold
JOIN item i ON i.i_item_sk = item
LEFT SEMI JOIN item books ON books.i_manufact_id = i.i_manufact_id AND books.i_category = 'Books'
LEFT SEMI JOIN customer_address ON ca_address_sk = addr AND ca_gmt_offset == -5
LEFT SEMI JOIN date_dim ON d_date_sk = day AND last_day(d_date) = DATE '2000-03-31'
GROUP BY i.i_manufact_id
ORDER BY total_sales NULLS FIRST, i_manufact_id
LIMIT 100
