SELECT i.i_item_id, sum(sold.amount)
FROM (
  SELECT ss_item_sk, ss_sold_date_sk, ss_addr_sk, ss_ext_sales_price FROM store_sales
  UNION ALL SELECT cs_item_sk, cs_sold_date_sk, cs_bill_addr_sk, cs_ext_sales_price FROM catalog_sales
  UNION ALL SELECT ws_item_sk, ws_sold_date_sk, ws_bill_addr_sk, ws_ext_sales_price FROM web_sales
) sold (item, day, address, amount)
JOIN item i ON i.i_item_sk = sold.item AND i.i_item_id IN (SELECT i_item_id FROM item WHERE i_category = 'Jewelry')
JOIN customer_address ca ON ca.ca_address_sk = sold.address AND ca.ca_gmt_offset = -5.00
JOIN date_dim d ON d.d_date_sk = sold.day AND extract(year FROM d.d_date) = 1999 AND extract(month FROM d.d_date) = 10
GROUP BY i.i_item_id
ORDER BY i.i_item_id NULLS FIRST, 2 NULLS FIRST
LIMIT 100
