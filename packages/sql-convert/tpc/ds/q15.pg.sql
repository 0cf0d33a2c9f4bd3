SELECT ca.ca_zip, sum(cs.cs_sales_price)
FROM catalog_sales cs
JOIN customer c ON c.c_customer_sk = cs.cs_bill_customer_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk
JOIN date_dim d ON d.d_date_sk = cs.cs_sold_date_sk AND d.d_quarter_name = '2000Q2'
WHERE left(ca.ca_zip, 5) = ANY ('{85669,24206,60128}') OR ca.ca_state IN ('CA', 'GA') OR cs.cs_sales_price > 150
GROUP BY ca.ca_zip
ORDER BY ca.ca_zip NULLS FIRST
LIMIT 100
