WITH sold (item, day, address, amount) AS (
  SELECT ss_item_sk, ss_sold_date_sk, ss_addr_sk, ss_ext_sales_price FROM store_sales
  UNION ALL SELECT cs_item_sk, cs_sold_date_sk, cs_bill_addr_sk, cs_ext_sales_price FROM catalog_sales
  UNION ALL SELECT ws_item_sk, ws_sold_date_sk, ws_bill_addr_sk, ws_ext_sales_price FROM web_sales
)
SELECT i.i_item_id, sum(sold.amount)
FROM sold
JOIN item i ON i.i_item_sk = sold.item
JOIN customer_address ca ON ca.ca_address_sk = sold.address AND ca.ca_gmt_offset = -5
JOIN date_dim d ON d.d_date_sk = sold.day AND d.d_date BETWEEN '2000-01-01' AND '2000-01-31'
WHERE i.i_item_id = ANY (SELECT i_item_id FROM item WHERE i_color IN ('plum', 'ivory', 'navy'))
GROUP BY i.i_item_id
ORDER BY 2 NULLS FIRST, 1 NULLS FIRST
LIMIT 100
