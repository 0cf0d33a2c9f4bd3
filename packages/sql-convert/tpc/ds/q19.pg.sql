SELECT i.i_brand_id, i.i_brand, i.i_manufact_id, i.i_manufact, sum(ss.ss_ext_sales_price)
FROM store_sales ss
JOIN item i ON i.i_item_sk = ss.ss_item_sk AND i.i_manager_id IN (3, 7, 8)
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND to_char(d.d_date, 'YYYY-MM') = '1999-11'
JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
JOIN store s ON s.s_store_sk = ss.ss_store_sk
WHERE left(ca.ca_zip, 5) != left(s.s_zip, 5)
GROUP BY i.i_brand_id, i.i_brand, i.i_manufact_id, i.i_manufact
ORDER BY 5 DESC NULLS LAST, 2 NULLS FIRST, 1, 3, 4
LIMIT 100
