SELECT ca_zip, sum(cs_sales_price)
FROM catalog_sales
JOIN customer ON cs_bill_customer_sk = c_customer_sk
JOIN customer_address ON c_current_addr_sk = ca_address_sk
JOIN date_dim ON cs_sold_date_sk = d_date_sk
WHERE (ca_zip LIKE ANY ('85669%', '24206%', '60128%') OR ca_state RLIKE '^(CA|GA)$' OR cs_sales_price > 150)
  AND date_trunc('QUARTER', d_date) = TIMESTAMP '2000-04-01 00:00:00'
GROUP BY 1
ORDER BY 1
LIMIT 100
