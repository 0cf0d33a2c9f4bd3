SELECT i_brand_id, i_brand, i_manufact_id, i_manufact, sum(ss_ext_sales_price) AS ext_price
FROM store_sales
JOIN item ON ss_item_sk = i_item_sk
JOIN date_dim ON d_date_sk = ss_sold_date_sk
JOIN customer ON ss_customer_sk = c_customer_sk
JOIN customer_address ON c_current_addr_sk = ca_address_sk
JOIN store ON ss_store_sk = s_store_sk
WHERE i_manager_id IN (3, 7, 8)
  AND date_format(d_date, 'yyyy-MM') = '1999-11'
  AND NOT startswith(ca_zip, left(s_zip, 5))
GROUP BY ALL
ORDER BY ext_price DESC, i_brand, i_brand_id, i_manufact_id, i_manufact
LIMIT 100
