SELECT ca.ca_zip, ca.ca_city, sum(ws.ws_sales_price)
FROM web_sales ws
JOIN item i ON i.i_item_sk = ws.ws_item_sk
LEFT JOIN (
  SELECT DISTINCT i_item_id FROM item WHERE i_item_sk = ANY ('{2,3,5,7,11,13,17,19,23,29}'::int[])
) prime ON prime.i_item_id = i.i_item_id
JOIN customer c ON c.c_customer_sk = ws.ws_bill_customer_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk AND d.d_date >= '2001-10-01' AND d.d_date <= '2001-12-31'
WHERE prime.i_item_id IS NOT NULL OR left(ca.ca_zip, 5) IN ('85669', '24206', '81792')
GROUP BY ROLLUP ((ca.ca_zip, ca.ca_city))
HAVING GROUPING(ca.ca_zip) = 0
ORDER BY ca.ca_zip NULLS FIRST, ca.ca_city NULLS FIRST
LIMIT 100
